/* modf.c: a whole number and a fraction. C17 7.12.6.12. */
#include <math.h>

double modf(double x, double *whole)
{
    *whole = trunc(x);
    return copysign(isinf(x) ? 0 : x - *whole, x);
}

float modff(float x, float *whole)
{
    *whole = truncf(x);
    return copysignf(isinf(x) ? 0 : x - *whole, x);
}

long double modfl(long double x, long double *whole)
{
    *whole = truncl(x);
    return copysignl(isinf(x) ? 0 : x - *whole, x);
}
