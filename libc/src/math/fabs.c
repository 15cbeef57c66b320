/* fabs.c: absolute value. C17 7.12.7.2. */
#include <math.h>

#include "../internal/float_bits.h"
#include "../internal/quad.h"

float fabsf(float x)
{
    union float_bits it = {x};

    it.bits &= ~FLOAT_SIGN;
    return it.value;
}

double fabs(double x)
{
    union double_bits it = {x};

    it.bits &= ~DOUBLE_SIGN;
    return it.value;
}

long double fabsl(long double x)
{
    union quad it = {x};

    it.bits.high &= ~DOUBLE_SIGN;
    return it.value;
}
