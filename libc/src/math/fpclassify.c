/* fpclassify.c: what kind of number a floating value is. C17 7.12.3.1. */
#include <math.h>

#include "../internal/float_bits.h"
#include "../internal/quad.h"

int __fpclassifyf(float x)
{
    union float_bits it = {x};
    unsigned int magnitude = it.bits & ~FLOAT_SIGN;

    if (magnitude >= FLOAT_INFINITY) {
        return magnitude == FLOAT_INFINITY ? FP_INFINITE : FP_NAN;
    }
    if (magnitude >= FLOAT_LEAST_NORMAL) {
        return FP_NORMAL;
    }
    return magnitude == 0 ? FP_ZERO : FP_SUBNORMAL;
}

int __fpclassify(double x)
{
    union double_bits it = {x};
    unsigned long magnitude = it.bits & ~DOUBLE_SIGN;

    if (magnitude >= DOUBLE_INFINITY) {
        return magnitude == DOUBLE_INFINITY ? FP_INFINITE : FP_NAN;
    }
    if (magnitude >= DOUBLE_LEAST_NORMAL) {
        return FP_NORMAL;
    }
    return magnitude == 0 ? FP_ZERO : FP_SUBNORMAL;
}

int __fpclassifyl(long double x)
{
    struct real real = __cutaway_unpack(x);

    switch (real.kind) {
    case QUAD_NAN:
        return FP_NAN;
    case QUAD_INFINITE:
        return FP_INFINITE;
    case QUAD_ZERO:
        return FP_ZERO;
    default:
        return real.exponent < -16382 ? FP_SUBNORMAL : FP_NORMAL;
    }
}
