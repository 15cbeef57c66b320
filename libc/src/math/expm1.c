/* expm1.c: e to the power of x, less 1. C17 7.12.6.3. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/scale.h"

double expm1(double x)
{
    int power;
    struct pair result;

    if (fabs(x) < 0.34) {
        result = __cutaway_exp_minus_1((struct pair){x, 0});
        return x == 0 ? x : result.high + result.low;
    }
    if (!(x <= 800)) {
        x = isnan(x) || isinf(x) ? x : 800;
    }
    if (isnan(x) || x > 700) {
        return exp(x);
    }
    if (x < -60) {
        return -1;
    }
    result = __cutaway_exp((struct pair){x, 0}, &power);
    result = __cutaway_times(result, __cutaway_scale(1, power));
    result = __cutaway_add(result, (struct pair){-1, 0});
    return result.high + result.low;
}

float expm1f(float x)
{
    return (float)expm1(x);
}
