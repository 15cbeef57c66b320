/* sinh.c: the hyperbolic sine. C17 7.12.5.5. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/scale.h"

double sinh(double x)
{
    struct pair high;
    struct pair low;
    struct pair sum;
    int power;

    if (fabs(x) > 710.5 || isnan(x)) {
        return x < 0 ? -exp(-x) : exp(x);
    }
    if (fabs(x) < 0.3) {
        /* (E + E / (E + 1)) / 2, where E = e^x - 1. */
        high = __cutaway_exp_minus_1((struct pair){x, 0});
        low = __cutaway_divide(high, __cutaway_add((struct pair){1, 0}, high));
        sum = __cutaway_add(high, low);
        return x == 0 ? x : (sum.high + sum.low) / 2;
    }
    high = __cutaway_exp((struct pair){fabs(x), 0}, &power);
    low = __cutaway_divide((struct pair){1, 0}, high);
    low = __cutaway_times(low, __cutaway_scale(1, power > 500 ? -1000 : -2 * power));
    sum = __cutaway_add(high, __cutaway_times(low, -1));
    return copysign(__cutaway_finish(sum, power - 1), x);
}

float sinhf(float x)
{
    return (float)sinh(x);
}
