/* remquo.c: the remainder to the nearest multiple, and the last bits of how often. C17 7.12.10.2, 7.12.10.3. */
#include <errno.h>
#include <math.h>

#include "../internal/remainder.h"

double remquo(double x, double y, int *quotient)
{
    unsigned int times;
    int is_opposite;
    double rest;

    *quotient = 0;
    if (isnan(x) || isnan(y) || isinf(x) || y == 0) {
        errno = isnan(x) || isnan(y) ? errno : EDOM;
        return (x * y) / (x * y);
    }
    if (isinf(y) || x == 0) {
        return x;
    }
    rest = __cutaway_make_double(
        __cutaway_remainder(__cutaway_take_double(fabs(x)), __cutaway_take_double(y), &times), false);
    is_opposite = signbit(x) != signbit(y);
    y = fabs(y);
    /* Half of y need not be a number; twice the rest need not be either. */
    if (rest > y - rest || (rest == y - rest && times % 2 != 0)) {
        rest -= y;
        times++;
    }
    *quotient = (int)(times & 7);
    *quotient = is_opposite ? -*quotient : *quotient;
    return signbit(x) ? -rest : rest;
}

long double remquol(long double x, long double y, int *quotient)
{
    unsigned int times;
    int is_opposite;
    long double rest;

    *quotient = 0;
    if (isnan(x) || isnan(y) || isinf(x) || y == 0) {
        errno = isnan(x) || isnan(y) ? errno : EDOM;
        return (x * y) / (x * y);
    }
    if (isinf(y) || x == 0) {
        return x;
    }
    rest = __cutaway_make_long_double(
        __cutaway_remainder(__cutaway_take_long_double(fabsl(x)), __cutaway_take_long_double(y), &times), false);
    is_opposite = signbit(x) != signbit(y);
    y = fabsl(y);
    /* Half of y need not be a number; twice the rest need not be either. */
    if (rest > y - rest || (rest == y - rest && times % 2 != 0)) {
        rest -= y;
        times++;
    }
    *quotient = (int)(times & 7);
    *quotient = is_opposite ? -*quotient : *quotient;
    return signbit(x) ? -rest : rest;
}

float remquof(float x, float y, int *quotient)
{
    return (float)remquo(x, y, quotient);
}
