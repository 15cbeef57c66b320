/* round.c: to the nearest whole number, from half way up in size. C17 7.12.9.6. */
#include <math.h>

double round(double x)
{
    double whole = trunc(x);

    return fabs(x - whole) >= 0.5 ? whole + copysign(1, x) : whole;
}

float roundf(float x)
{
    float whole = truncf(x);

    return fabsf(x - whole) >= 0.5 ? whole + copysignf(1, x) : whole;
}

long double roundl(long double x)
{
    long double whole = truncl(x);

    return fabsl(x - whole) >= 0.5 ? whole + copysignl(1, x) : whole;
}
