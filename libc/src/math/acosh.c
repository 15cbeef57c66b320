/* acosh.c: the inverse hyperbolic cosine. C17 7.12.5.1. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double acosh(double x)
{
    struct pair more = {x - 1, 0};
    struct pair result;

    if (!(x >= 1)) {
        errno = isnan(x) ? errno : EDOM;
        return (x - x) / (x - x);
    }
    if (x > 0x1p60) {
        if (isinf(x)) {
            return x;
        }
        result = __cutaway_add(__cutaway_log((struct pair){x, 0}),
                               __cutaway_log((struct pair){2, 0}));
        return result.high + result.low;
    }
    /* ln(x + sqrt(x^2 - 1)); near 1 ln(1 + t + sqrt(2t + t^2)), where t = x - 1. */
    if (more.high < 0x1p-14) {
        result = __cutaway_add(__cutaway_times(more, 2), __cutaway_product(more.high, more.high));
        result = __cutaway_log_1_plus(__cutaway_add(more, __cutaway_root(result)));
    } else {
        result = __cutaway_add(__cutaway_product(x, x), (struct pair){-1, 0});
        result = __cutaway_log(__cutaway_add((struct pair){x, 0}, __cutaway_root(result)));
    }
    return result.high + result.low;
}

float acoshf(float x)
{
    return (float)acosh(x);
}
