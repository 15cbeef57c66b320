/* copysign.c: the magnitude of one number with the sign of another. C17 7.12.11.1. */
#include <math.h>

#include "../internal/float_bits.h"
#include "../internal/quad.h"

float copysignf(float x, float y)
{
    union float_bits it = {x}, sign = {y};

    it.bits = (it.bits & ~FLOAT_SIGN) | (sign.bits & FLOAT_SIGN);
    return it.value;
}

double copysign(double x, double y)
{
    union double_bits it = {x}, sign = {y};

    it.bits = (it.bits & ~DOUBLE_SIGN) | (sign.bits & DOUBLE_SIGN);
    return it.value;
}

long double copysignl(long double x, long double y)
{
    union quad it = {x}, sign = {y};

    it.bits.high = (it.bits.high & ~DOUBLE_SIGN) | (sign.bits.high & DOUBLE_SIGN);
    return it.value;
}
