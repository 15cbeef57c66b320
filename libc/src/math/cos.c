/* cos.c: the cosine. C17 7.12.4.5. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double cos(double x)
{
    int quadrant;
    struct pair rest;
    struct pair result;

    if (isnan(x) || isinf(x)) {
        errno = isinf(x) ? EDOM : errno;
        return x - x;
    }
    rest = __cutaway_quadrant(x, &quadrant);
    result = quadrant % 2 == 0 ? __cutaway_cos(rest) : __cutaway_sin(rest);
    if (quadrant == 1 || quadrant == 2) {
        result = __cutaway_times(result, -1);
    }
    return result.high + result.low;
}

float cosf(float x)
{
    return (float)cos(x);
}
