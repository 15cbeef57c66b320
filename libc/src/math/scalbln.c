/* scalbln.c: x * 2^power. C17 7.12.6.13. */
#include <errno.h>
#include <math.h>

#include "../internal/scale.h"

double scalbln(double x, long power)
{
    double result = __cutaway_scale(x, power > 40000 ? 40000 : power < -40000 ? -40000 : (int)power);

    if (x != 0 && isfinite(x) && (result == 0 || isinf(result))) {
        errno = ERANGE;
    }
    return result;
}

float scalblnf(float x, long power)
{
    float result = (float)__cutaway_scale(x, power > 40000 ? 40000 : power < -40000 ? -40000 : (int)power);

    if (x != 0 && isfinite(x) && (result == 0 || isinf(result))) {
        errno = ERANGE;
    }
    return result;
}

long double scalblnl(long double x, long power)
{
    long double result = __cutaway_scale_long(x, power > 40000 ? 40000 : power < -40000 ? -40000 : (int)power);

    if (x != 0 && isfinite(x) && (result == 0 || isinf(result))) {
        errno = ERANGE;
    }
    return result;
}
