/* logb.c: the exponent. C17 7.12.6.11. */
#include <math.h>

double logb(double x)
{
    if (x == 0) {
        return -1 / fabs(x);
    }
    return isfinite(x) ? (double)ilogb(x) : x * x;
}

float logbf(float x)
{
    if (x == 0) {
        return -1 / fabsf(x);
    }
    return isfinite(x) ? (float)ilogbf(x) : x * x;
}

long double logbl(long double x)
{
    if (x == 0) {
        return -1 / fabsl(x);
    }
    return isfinite(x) ? (long double)ilogbl(x) : x * x;
}
