/*
 * powl.c: powers and roots of long doubles. C17 7.12.7.1, 7.12.7.3, 7.12.7.4.
 *
 * The error of powl is about |ln of the result| units: at most 2^14. That of the others is 4 units.
 */
#include <errno.h>
#include <math.h>

#include "../internal/scale.h"

/* C17 F.10.4.4: where one of both is 0, infinite or not a number, as for doubles of their kind. */
static double kind_of(long double x)
{
    double size = isnan(x) ? NAN : isinf(x) ? INFINITY : x == 0 ? 0 : fabsl(x) > 1 ? 2 : 0.5;

    return copysign(x == 1 || x == -1 ? 1 : size, signbit(x) ? -1 : 1);
}

/* x to a power that is whole and not large, by squares. */
static long double whole_power(long double x, int y)
{
    long double result = 1;
    int left;

    for (left = y < 0 ? -y : y; left > 0; left /= 2) {
        result *= left % 2 != 0 ? x : 1;
        x *= left > 1 ? x : 1;
    }
    return y < 0 ? 1 / result : result;
}

static long double check(long double result)
{
    if (isinf(result) || result == 0) {
        errno = ERANGE;
    }
    return result;
}

long double powl(long double x, long double y)
{
    long double sign = 1;

    if (y == 0 || x == 1 || x == 0 || !isfinite(x) || !isfinite(y)) {
        int is_odd = rintl(y) == y && isfinite(y) && fmodl(y, 2) != 0;
        double like = y == 0 ? 0 : !isfinite(y) ? (double)y : y < 0 ? is_odd ? -1 : -2 : is_odd ? 1 : 2;

        return pow(kind_of(x), like);
    }
    if (rintl(y) == y) {
        if (fabsl(y) <= 64 && fabsl(x) < 0x1p200L && fabsl(x) > 0x1p-200L) {
            return whole_power(x, (int)y);
        }
        sign = x < 0 && fmodl(y, 2) != 0 ? -1 : 1;
        x = fabsl(x);
    }
    if (x < 0) {
        errno = EDOM;
        return NAN;
    }
    return sign * expl(y * logl(x));
}

long double cbrtl(long double x)
{
    long double root;
    int power;
    int step;

    if (x == 0 || !isfinite(x)) {
        return x;
    }
    x = frexpl(x, &power);
    while (power % 3 != 0) {
        x *= 2;
        power--;
    }
    root = cbrt((double)x);
    for (step = 0; step < 2; step++) {
        root -= (root - x / (root * root)) / 3;
    }
    return __cutaway_scale_long(root, power / 3);
}

long double hypotl(long double x, long double y)
{
    long double high = fmaxl(fabsl(x), fabsl(y));
    long double low = fminl(fabsl(x), fabsl(y));
    int power;

    if (isinf(x) || isinf(y)) {
        return INFINITY;
    }
    if (isnan(x) || isnan(y) || high == 0) {
        return isnan(x) || isnan(y) ? NAN : 0;
    }
    frexpl(high, &power);
    high = __cutaway_scale_long(high, -power);
    low = __cutaway_scale_long(low, -power);
    return check(__cutaway_scale_long(sqrtl(high * high + low * low), power));
}
