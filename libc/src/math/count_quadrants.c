/*
 * count_quadrants.c: angles of any size, less the multiple of pi/2 that they hold.
 *
 * Of 2/pi only those digits are multiplied that tell of the whole part modulo 4 and of the fraction:
 * higher ones give multiples of 4, lower ones nothing that counts (M. Payne and R. Hanek, "Radian
 * reduction for trigonometric functions", 1983).
 */
#include "../internal/quadrant.h"

enum { SIGNIFICAND_WORDS = 5, PRODUCT_WORDS = FRACTION_WORDS + 1 + SIGNIFICAND_WORDS };

int __cutaway_count_quadrants(struct wide significand, int exponent,
                              uint32_t fraction[FRACTION_WORDS])
{
    /* The number is  factor * 2^(32 * steps),  with a factor of five words. */
    int steps = exponent >= 0 ? exponent / 32 : -((31 - exponent) / 32);
    struct wide low = __cutaway_wide_left(significand, exponent - 32 * steps);
    uint64_t high = __cutaway_wide_right(significand, 128 - (exponent - 32 * steps)).low;
    uint64_t factor[SIGNIFICAND_WORDS] = {low.low & 0xffffffff, low.low >> 32,
                                          low.high & 0xffffffff, low.high >> 32, high};
    /* Word number i of the product, from the lowest, has the weight 2^(32 * (i - FRACTION_WORDS)). */
    uint64_t product[PRODUCT_WORDS] = {0};
    int i;
    int j;

    for (i = 0; i < SIGNIFICAND_WORDS; i++) {
        uint64_t carry = 0;

        for (j = 0; i + j < PRODUCT_WORDS; j++) {
            /* The digit with the weight that makes the product's. */
            int index = steps + FRACTION_WORDS - 1 - j;
            uint64_t digit =
                index >= 0 && index < TWO_PER_PI_WORDS ? __cutaway_two_per_pi[index] : 0;

            carry += factor[i] * digit + product[i + j];
            product[i + j] = carry & 0xffffffff;
            carry >>= 32;
        }
    }
    for (i = 0; i < FRACTION_WORDS; i++) {
        fraction[i] = (uint32_t)product[FRACTION_WORDS - 1 - i];
    }
    return (int)(product[FRACTION_WORDS] & 3);
}
