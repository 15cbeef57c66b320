/* cosh.c: the hyperbolic cosine. C17 7.12.5.4. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/scale.h"

double cosh(double x)
{
    struct pair high;
    struct pair low;
    struct pair sum;
    int power;

    if (fabs(x) > 710.5 || isnan(x)) {
        return exp(fabs(x));
    }
    high = __cutaway_exp((struct pair){fabs(x), 0}, &power);
    low = __cutaway_divide((struct pair){1, 0}, high);
    low = __cutaway_times(low, __cutaway_scale(1, power > 500 ? -1000 : -2 * power));
    sum = __cutaway_add(high, __cutaway_times(low, 1));
    return __cutaway_finish(sum, power - 1);
}

float coshf(float x)
{
    return (float)cosh(x);
}
