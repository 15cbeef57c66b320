/* unpack.c: a long double taken apart. IEEE 754 3.4. */
#include "../internal/quad.h"

#define FRACTION_HIGH 0x0000fffffffffffful /* the 48 bits of the fraction in the high word */
#define LEADING_HIGH 0x0001000000000000ul
#define EXPONENT_MAX 0x7fff
#define BIAS 16383
#define SPARE 14 /* bits below the last one of the significand */

struct real __cutaway_unpack(long double number)
{
    union quad quad = {number};
    struct wide fraction = {quad.bits.high & FRACTION_HIGH, quad.bits.low};
    bool negative = quad.bits.high >> 63;
    int biased = (int)(quad.bits.high >> 48) & EXPONENT_MAX;
    struct real real = {QUAD_FINITE, negative, biased - BIAS, fraction};

    if (biased == EXPONENT_MAX) {
        real.kind = (fraction.high | fraction.low) == 0 ? QUAD_INFINITE : QUAD_NAN;
        return real;
    }
    if (biased == 0) {
        return __cutaway_normalize(negative, 1 - BIAS, __cutaway_shift_left(fraction, SPARE));
    }
    fraction.high |= LEADING_HIGH;
    real.digits = __cutaway_shift_left(fraction, SPARE);
    return real;
}
