/* ceil.c: the least whole number that is not less. C17 7.12.9.1. */
#include <math.h>

double ceil(double x)
{
    double whole = trunc(x);

    return whole < x ? copysign(whole + 1, x) : whole;
}

float ceilf(float x)
{
    float whole = truncf(x);

    return whole < x ? copysignf(whole + 1, x) : whole;
}

long double ceill(long double x)
{
    long double whole = truncl(x);

    return whole < x ? copysignl(whole + 1, x) : whole;
}
