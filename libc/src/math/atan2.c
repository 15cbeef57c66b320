/* atan2.c: the angle of a point. C17 7.12.4.4. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/scale.h"

static const struct pair pi = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};

/* A power of two that brings a number near 1. */
static int scale_of(double x)
{
    int power;

    frexp(x, &power);
    return power;
}

/* y / x, which may be too small for a double. */
static double quotient(double y, double x)
{
    double result = y / x;

    if (result == 0) {
        errno = ERANGE;
    }
    return result;
}

double atan2(double y, double x)
{
    struct pair angle = {0, 0};
    double high = fabs(y);
    double right = fabs(x);

    if (isnan(x) || isnan(y)) {
        return x + y;
    }
    if (isinf(x) || isinf(y)) {
        high = isinf(y) ? 1 : 0;
        right = isinf(x) ? 1 : 0;
    } else if (high != 0 || right != 0) {
        int power = scale_of(fmax(high, right));

        high = __cutaway_scale(high, -power);
        right = __cutaway_scale(right, -power);
    }
    if (high != 0) {
        angle = __cutaway_angle_of((struct pair){high, 0}, (struct pair){right, 0});
    }
    if (signbit(x)) {
        angle = __cutaway_add(pi, __cutaway_times(angle, -1));
    } else if (high < 0x1p-900) {
        /* Scaling may have lost digits. */
        return isinf(x) || y == 0 ? copysign(0, y) : quotient(y, x);
    }
    return copysign(angle.high + angle.low, y);
}

float atan2f(float y, float x)
{
    return (float)atan2(y, x);
}
