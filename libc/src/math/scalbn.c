/* scalbn.c: x * 2^power. C17 7.12.6.13. */
#include <errno.h>
#include <math.h>

#include "../internal/scale.h"

double scalbn(double x, int power)
{
    double result = __cutaway_scale(x, power);

    if (x != 0 && isfinite(x) && (result == 0 || isinf(result))) {
        errno = ERANGE;
    }
    return result;
}

float scalbnf(float x, int power)
{
    float result = (float)__cutaway_scale(x, power);

    if (x != 0 && isfinite(x) && (result == 0 || isinf(result))) {
        errno = ERANGE;
    }
    return result;
}

long double scalbnl(long double x, int power)
{
    long double result = __cutaway_scale_long(x, power);

    if (x != 0 && isfinite(x) && (result == 0 || isinf(result))) {
        errno = ERANGE;
    }
    return result;
}
