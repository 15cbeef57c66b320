/* cbrt.c: the cube root. C17 7.12.7.1. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/scale.h"

double cbrt(double x)
{
    double size = fabs(x);
    struct pair result;
    int power;

    if (isnan(x) || isinf(x) || x == 0) {
        return x;
    }
    result = __cutaway_divide(__cutaway_log((struct pair){size, 0}), (struct pair){3, 0});
    result = __cutaway_exp(result, &power);
    return copysign(__cutaway_scale(result.high + result.low, power), x);
}

float cbrtf(float x)
{
    return (float)cbrt(x);
}
