/* divide.c: quotient. IEEE 754 5.4.1, 7.2, 7.3. */
#include "../internal/quad.h"

#define DIGIT_COUNT 115 /* two more than a significand has; then a sticky one */

/* The quotient of two finite numbers, digit by digit. */
static long double divide_finite(struct real a, struct real b)
{
    bool negative = a.negative != b.negative;
    int exponent = a.exponent - b.exponent;
    struct wide rest = a.digits;
    struct wide quotient = {0, 0};

    if (__cutaway_wide_order(rest, b.digits) < 0) {
        rest = __cutaway_shift_left(rest, 1);
        exponent--;
    }
    for (int digit = 0; digit < DIGIT_COUNT; digit++) {
        quotient = __cutaway_shift_left(quotient, 1);
        if (__cutaway_wide_order(rest, b.digits) >= 0) {
            rest = __cutaway_wide_subtract(rest, b.digits);
            quotient.low |= 1;
        }
        rest = __cutaway_shift_left(rest, 1);
    }
    quotient = __cutaway_shift_left(quotient, 127 - DIGIT_COUNT);
    if ((rest.high | rest.low) != 0) {
        quotient.low |= 1;
    }
    return __cutaway_pack(__cutaway_normalize(negative, exponent, quotient));
}

long double __divtf3(long double a, long double b)
{
    struct real x = __cutaway_unpack(a);
    struct real y = __cutaway_unpack(b);
    bool negative = x.negative != y.negative;

    if (x.kind == QUAD_NAN || y.kind == QUAD_NAN) {
        return __cutaway_quad_nan();
    }
    if (x.kind == y.kind && x.kind != QUAD_FINITE) {
        return __cutaway_quad_nan();
    }
    if (x.kind == QUAD_INFINITE || y.kind == QUAD_ZERO) {
        return __cutaway_quad_infinity(negative);
    }
    if (x.kind == QUAD_ZERO || y.kind == QUAD_INFINITE) {
        return __cutaway_quad_zero(negative);
    }
    return divide_finite(x, y);
}
