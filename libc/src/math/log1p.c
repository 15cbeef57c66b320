/* log1p.c: the natural logarithm of 1 + x. C17 7.12.6.9. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double log1p(double x)
{
    struct pair result;

    if (isnan(x) || (isinf(x) && x > 0)) {
        return x + x;
    }
    if (fabs(x) < 0x1p-54) {
        return x;
    }
    if (x <= -1) {
        errno = x == -1 ? ERANGE : EDOM;
        return x == -1 ? -1 / (x + 1) : (x - x) / (x - x);
    }
    if (fabs(x) < 0x1p-6) {
        result = __cutaway_log_1_plus((struct pair){x, 0});
    } else {
        result = __cutaway_log(__cutaway_sum(1, x));
    }
    return result.high + result.low;
}

float log1pf(float x)
{
    return (float)log1p(x);
}
