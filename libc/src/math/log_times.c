/* log_times.c: logarithms to any base, with their errors. C17 7.12.6.7p2. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double __cutaway_log_times(double x, struct pair factor)
{
    struct pair result;

    if (isnan(x) || (isinf(x) && x > 0)) {
        return x + x;
    }
    if (x <= 0) {
        errno = x == 0 ? ERANGE : EDOM;
        return x == 0 ? -1 / (x * x) : (x - x) / (x - x);
    }
    result = __cutaway_multiply(__cutaway_log((struct pair){x, 0}), factor);
    return result.high + result.low;
}
