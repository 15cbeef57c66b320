/* extend.c: from float and double. Every value is exact; a NaN becomes a quiet one. IEEE 754 5.4.2. */
#include <string.h>

#include "../internal/quad.h"

/* A number of a format of at most 64 bits, by its bits. */
static long double extend(unsigned long bits, int precision, int exponent_bits)
{
    int bias = (1 << (exponent_bits - 1)) - 1;
    int biased = (int)(bits >> (precision - 1)) & (2 * bias + 1);
    bool negative = bits >> (precision - 1 + exponent_bits) & 1;
    unsigned long leading = 1ul << (precision - 1);
    struct wide fraction = {0, bits & (leading - 1)};
    union quad nan;

    if (biased == 2 * bias + 1) {
        if (fraction.low == 0) {
            return __cutaway_quad_infinity(negative);
        }
        fraction = __cutaway_shift_left(fraction, 113 - precision);
        nan.value = __cutaway_quad_nan();
        nan.bits.high |= fraction.high | (unsigned long)negative << 63;
        nan.bits.low = fraction.low;
        return nan.value;
    }
    if (biased == 0) {
        biased = 1;
    } else {
        fraction.low |= leading;
    }
    return __cutaway_pack(__cutaway_normalize(negative, biased - bias,
                                              __cutaway_shift_left(fraction, 127 - precision)));
}

long double __extendsftf2(float number)
{
    unsigned int bits;

    memcpy(&bits, &number, sizeof bits);
    return extend(bits, 24, 8);
}

long double __extenddftf2(double number)
{
    unsigned long bits;

    memcpy(&bits, &number, sizeof bits);
    return extend(bits, 53, 11);
}
