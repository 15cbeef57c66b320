/* pack.c: the nearest number of a format. IEEE 754 4.3.1, to nearest, ties to even. */
#include "../internal/quad.h"

#define BIAS 16383
#define SPARE 14 /* bits below the last one that a significand keeps */

/* Drops low bits by rounding; a carry may give the result one bit more. */
static struct wide round_off(struct wide digits, int count)
{
    struct wide kept = __cutaway_shift_right(digits, count);
    struct wide rest = __cutaway_shift_left(digits, 128 - count);
    bool is_half = rest.high >> 63;
    bool is_more = (rest.high << 1 | rest.low) != 0;
    struct wide up = {0, is_half && (is_more || (kept.low & 1) != 0)};

    return __cutaway_wide_add(kept, up);
}

/* The magnitude of a finite number in a format: its biased exponent above its fraction. A number
 * below the least normal one has the exponent 0 and no leading one; rounding up carries by itself. */
static struct wide magnitude(struct real number, int precision, int bias)
{
    struct wide digits = number.digits;
    struct wide exponent = {0, 0};
    int biased = number.exponent + bias;

    if (biased < 1) {
        digits = __cutaway_shift_right_sticky(digits, 1 - biased);
        biased = 1;
    }
    if (biased > 2 * bias) {
        biased = 2 * bias + 1;
        digits.high = 1ul << 62;
        digits.low = 0;
    }
    exponent.low = (unsigned long)(biased - 1);
    /* The leading one adds 1 to the exponent. */
    return __cutaway_wide_add(round_off(digits, 127 - precision),
                              __cutaway_shift_left(exponent, precision - 1));
}

long double __cutaway_pack(struct real number)
{
    union quad quad;
    struct wide bits;

    switch (number.kind) {
    case QUAD_ZERO:
        return __cutaway_quad_zero(number.negative);
    case QUAD_INFINITE:
        return __cutaway_quad_infinity(number.negative);
    case QUAD_NAN:
        return __cutaway_quad_nan();
    default:
        bits = magnitude(number, 127 - SPARE, BIAS);
        quad.bits.high = bits.high | (unsigned long)number.negative << 63;
        quad.bits.low = bits.low;
        return quad.value;
    }
}

unsigned long __cutaway_pack_narrow(struct real number, int precision, int exponent_bits)
{
    unsigned long sign = (unsigned long)number.negative << (precision - 1 + exponent_bits);
    unsigned long infinity = ((1ul << exponent_bits) - 1) << (precision - 1);

    switch (number.kind) {
    case QUAD_ZERO:
        return sign;
    case QUAD_INFINITE:
        return sign | infinity;
    case QUAD_NAN:
        return infinity | 1ul << (precision - 2);
    default:
        return sign | magnitude(number, precision, (1 << (exponent_bits - 1)) - 1).low;
    }
}
