/* fmod.c: what division leaves, with the sign of x. C17 7.12.10.1. */
#include <errno.h>
#include <math.h>

#include "../internal/remainder.h"

/* Whether there is no remainder: where x is infinite, or y is 0. */
#define IS_INVALID(x, y) (isinf(x) || (y) == 0)

double fmod(double x, double y)
{
    unsigned int quotient;
    struct real rest;

    if (isnan(x) || isnan(y) || IS_INVALID(x, y)) {
        errno = isnan(x) || isnan(y) ? errno : EDOM;
        return (x * y) / (x * y);
    }
    if (fabs(x) < fabs(y) || x == 0) {
        return x;
    }
    rest = __cutaway_remainder(__cutaway_take_double(x), __cutaway_take_double(y), &quotient);
    return __cutaway_make_double(rest, false);
}

float fmodf(float x, float y)
{
    return (float)fmod(x, y);
}

long double fmodl(long double x, long double y)
{
    unsigned int quotient;
    struct real rest;

    if (isnan(x) || isnan(y) || IS_INVALID(x, y)) {
        errno = isnan(x) || isnan(y) ? errno : EDOM;
        return (x * y) / (x * y);
    }
    if (fabsl(x) < fabsl(y) || x == 0) {
        return x;
    }
    rest = __cutaway_remainder(__cutaway_take_long_double(x), __cutaway_take_long_double(y),
                               &quotient);
    return __cutaway_make_long_double(rest, false);
}
