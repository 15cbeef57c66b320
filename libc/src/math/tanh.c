/* tanh.c: the hyperbolic tangent. C17 7.12.5.6. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/scale.h"

double tanh(double x)
{
    struct pair part;
    int power;

    if (isnan(x) || x == 0) {
        return x;
    }
    if (fabs(x) > 22) {
        return copysign(1, x);
    }
    /* E / (E + 2), where E = e^2x - 1. */
    if (fabs(x) < 0.17) {
        part = __cutaway_exp_minus_1((struct pair){2 * fabs(x), 0});
    } else {
        part = __cutaway_exp((struct pair){2 * fabs(x), 0}, &power);
        part = __cutaway_times(part, __cutaway_scale(1, power));
        part = __cutaway_add(part, (struct pair){-1, 0});
    }
    part = __cutaway_divide(part, __cutaway_add(part, (struct pair){2, 0}));
    return copysign(part.high + part.low, x);
}

float tanhf(float x)
{
    return (float)tanh(x);
}
