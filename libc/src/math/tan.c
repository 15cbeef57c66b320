/* tan.c: the tangent. C17 7.12.4.7. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double tan(double x)
{
    int quadrant;
    struct pair rest;
    struct pair result;

    if (isnan(x) || isinf(x)) {
        errno = isinf(x) ? EDOM : errno;
        return x - x;
    }
    rest = __cutaway_quadrant(x, &quadrant);
    result = __cutaway_divide(__cutaway_sin(rest), __cutaway_cos(rest));
    if (quadrant % 2 != 0) {
        result = __cutaway_divide((struct pair){-1, 0}, result);
    }
    return x == 0 ? x : result.high + result.low;
}

float tanf(float x)
{
    return (float)tan(x);
}
