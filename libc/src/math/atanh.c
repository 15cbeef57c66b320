/* atanh.c: the inverse hyperbolic tangent. C17 7.12.5.3. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

double atanh(double x)
{
    double size = fabs(x);
    struct pair ratio;
    struct pair result;

    if (!(size < 1)) {
        errno = isnan(x) ? errno : size == 1 ? ERANGE : EDOM;
        return size == 1 ? x / (1 - size) : (x - x) / (x - x);
    }
    if (size < 0x1p-28) {
        return x;
    }
    /* ln(1 + 2x / (1 - x)) / 2 */
    ratio = __cutaway_divide((struct pair){2 * size, 0}, __cutaway_sum(1, -size));
    if (ratio.high < 0x1p-6) {
        result = __cutaway_log_1_plus(ratio);
    } else {
        result = __cutaway_log(__cutaway_add((struct pair){1, 0}, ratio));
    }
    return copysign((result.high + result.low) / 2, x);
}

float atanhf(float x)
{
    return (float)atanh(x);
}
