/* log.c: the natural logarithm. C17 7.12.6.7. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double log(double x)
{
    struct pair result;

    if (isnan(x) || (isinf(x) && x > 0)) {
        return x + x;
    }
    if (x <= 0) {
        errno = x == 0 ? ERANGE : EDOM;
        return x == 0 ? -1 / (x * x) : (x - x) / (x - x);
    }
    result = __cutaway_log((struct pair){x, 0});
    return result.high + result.low;
}

float logf(float x)
{
    return (float)log(x);
}
