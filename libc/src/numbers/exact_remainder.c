/* exact_remainder.c: exact remainders of floating-point numbers, by long division in base 2. */
#include "../internal/remainder.h"

static bool is_less(struct wide a, struct wide b)
{
    return a.high < b.high || (a.high == b.high && a.low < b.low);
}

static struct wide minus(struct wide a, struct wide b)
{
    return (struct wide){a.high - b.high - (a.low < b.low), a.low - b.low};
}

struct real __cutaway_remainder(struct real x, struct real y, unsigned int *quotient)
{
    struct wide rest = x.significand;
    struct wide divisor = y.significand;
    int steps;

    *quotient = 0;
    /* Both on the lower of their exponents, if that moves the divisor by a few bits only. */
    if (x.exponent < y.exponent) {
        int up = y.exponent - x.exponent;

        if (up > 14 && __cutaway_wide_bits(divisor) + up > 127) {
            return x;
        }
        divisor = __cutaway_wide_left(divisor, up);
        y.exponent = x.exponent;
    }
    for (steps = x.exponent - y.exponent; steps >= 0; steps--) {
        *quotient <<= 1;
        if (!is_less(rest, divisor)) {
            /* At first it may go more than once. */
            int up = __cutaway_wide_bits(rest) - __cutaway_wide_bits(divisor);

            for (; up >= 0; up--) {
                struct wide part = __cutaway_wide_left(divisor, up);

                if (!is_less(rest, part)) {
                    rest = minus(rest, part);
                    *quotient += 1u << (up & 31);
                }
            }
        }
        if (steps > 0) {
            rest = __cutaway_wide_left(rest, 1);
        }
    }
    x.significand = rest;
    x.exponent = y.exponent;
    return x;
}
