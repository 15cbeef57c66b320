/* sin.c: the sine. C17 7.12.4.6. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double sin(double x)
{
    int quadrant;
    struct pair rest;
    struct pair result;

    if (isnan(x) || isinf(x)) {
        errno = isinf(x) ? EDOM : errno;
        return x - x;
    }
    rest = __cutaway_quadrant(x, &quadrant);
    result = quadrant % 2 == 0 ? __cutaway_sin(rest) : __cutaway_cos(rest);
    if (quadrant >= 2) {
        result = __cutaway_times(result, -1);
    }
    return x == 0 ? x : result.high + result.low;
}

float sinf(float x)
{
    return (float)sin(x);
}
