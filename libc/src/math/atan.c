/* atan.c: the arc tangent. C17 7.12.4.3. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double atan(double x)
{
    struct pair result;

    if (isnan(x) || x == 0) {
        return x;
    }
    if (fabs(x) > 0x1p60) {
        return copysign(0x1.921fb54442d18p+0, x);
    }
    result = __cutaway_angle_of((struct pair){fabs(x), 0}, (struct pair){1, 0});
    return copysign(result.high + result.low, x);
}

float atanf(float x)
{
    return (float)atan(x);
}
