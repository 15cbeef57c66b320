/* hypot.c: the length of a vector. C17 7.12.7.3. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/scale.h"

double hypot(double x, double y)
{
    double high = fmax(fabs(x), fabs(y));
    double low = fmin(fabs(x), fabs(y));
    struct pair sum;
    int power;

    if (isinf(x) || isinf(y)) {
        return INFINITY;
    }
    if (isnan(x) || isnan(y) || high == 0) {
        return x + y;
    }
    frexp(high, &power);
    high = __cutaway_scale(high, -power);
    low = __cutaway_scale(low, -power);
    sum = __cutaway_add(__cutaway_product(high, high), __cutaway_product(low, low));
    return __cutaway_finish(__cutaway_root(sum), power);
}

float hypotf(float x, float y)
{
    return (float)hypot(x, y);
}
