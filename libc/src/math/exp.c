/* exp.c: e to the power of x. C17 7.12.6.1. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double exp(double x)
{
    int power;
    struct pair result;

    if (!(fabs(x) <= 800)) {
        if (isnan(x) || isinf(x)) {
            return x < 0 ? 0 : x;
        }
        x = x < 0 ? -800 : 800;
    }
    result = __cutaway_exp((struct pair){x, 0}, &power);
    return __cutaway_finish(result, power);
}

float expf(float x)
{
    return (float)exp(x);
}
