/* floor.c: the greatest whole number that is not greater. C17 7.12.9.2. */
#include <math.h>

double floor(double x)
{
    double whole = trunc(x);

    return whole > x ? copysign(whole - 1, x) : whole;
}

float floorf(float x)
{
    float whole = truncf(x);

    return whole > x ? copysignf(whole - 1, x) : whole;
}

long double floorl(long double x)
{
    long double whole = truncl(x);

    return whole > x ? copysignl(whole - 1, x) : whole;
}
