/* asin.c: the arc sine. C17 7.12.4.2. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double asin(double x)
{
    struct pair one = {1, 0};
    struct pair square;
    struct pair result;

    if (!(fabs(x) <= 1)) {
        errno = isnan(x) ? errno : EDOM;
        return (x - x) / (x - x);
    }
    if (fabs(x) < 0x1p-27) {
        return x;
    }
    square = __cutaway_times(__cutaway_product(x, x), -1);
    result = __cutaway_angle_of((struct pair){fabs(x), 0},
                                __cutaway_root(__cutaway_add(one, square)));
    return copysign(result.high + result.low, x);
}

float asinf(float x)
{
    return (float)asin(x);
}
