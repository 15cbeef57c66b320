/* pow.c: x to the power of y. C17 7.12.7.4. */
#include <errno.h>
#include <math.h>
#include <stdbool.h>

#include "../internal/elementary.h"

/* Whether y is a whole number, and an odd one. */
static bool is_whole(double y)
{
    return rint(y) == y;
}

static bool is_odd(double y)
{
    return fabs(y) < 0x1p53 && fmod(y, 2) != 0;
}

/* C17 F.10.4.4: where one of both is 0, infinite or not a number. */
static double special(double x, double y)
{
    bool is_negative = signbit(x) && is_whole(y) && is_odd(y);
    bool is_large;

    if (y == 0 || x == 1) {
        return 1;
    }
    if (isnan(x) || isnan(y)) {
        return x + y;
    }
    if (isinf(y)) {
        if (fabs(x) == 1) {
            return 1;
        }
        return (fabs(x) > 1) == (y > 0) ? INFINITY : 0;
    }
    is_large = isinf(x) == (y > 0);
    if (x == 0 && y < 0) {
        errno = ERANGE;
        return (is_negative ? -1 : 1) / fabs(x);
    }
    return copysign(is_large ? INFINITY : 0, is_negative ? -1 : 1);
}

double pow(double x, double y)
{
    struct pair exponent;
    double sign = 1;
    double bound;
    int power;

    if (y == 0 || x == 1 || x == 0 || !isfinite(x) || !isfinite(y)) {
        return special(x, y);
    }
    if (x < 0) {
        if (!is_whole(y)) {
            errno = EDOM;
            return (x - x) / (x - x);
        }
        sign = is_odd(y) ? -1 : 1;
        x = -x;
    }
    exponent = __cutaway_log((struct pair){x, 0});
    bound = exponent.high * y;
    if (!(fabs(bound) <= 800)) {
        return sign * exp(copysign(800, bound));
    }
    exponent = __cutaway_multiply(exponent, (struct pair){y, 0});
    exponent = __cutaway_exp(exponent, &power);
    return sign * __cutaway_finish(exponent, power);
}

float powf(float x, float y)
{
    return (float)pow(x, y);
}
