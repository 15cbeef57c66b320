/* acos.c: the arc cosine. C17 7.12.4.1. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

static const struct pair pi = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};

double acos(double x)
{
    struct pair one = {1, 0};
    struct pair square;
    struct pair result;

    if (!(fabs(x) <= 1)) {
        errno = isnan(x) ? errno : EDOM;
        return (x - x) / (x - x);
    }
    square = __cutaway_times(__cutaway_product(x, x), -1);
    result = __cutaway_angle_of(__cutaway_root(__cutaway_add(one, square)),
                                (struct pair){fabs(x), 0});
    if (x < 0) {
        result = __cutaway_add(pi, __cutaway_times(result, -1));
    }
    return result.high + result.low;
}

float acosf(float x)
{
    return (float)acos(x);
}
