/*
 * lgammal.c: the gamma function of long doubles, and its logarithm. C17 7.12.8.3, 7.12.8.4.
 *
 * The error of lgammal is below 2^-105, or that part of the result; of tgammal below 2^-99 of it.
 */
#include <errno.h>
#include <math.h>

#include "../internal/elementary_long.h"

static const long double pi = 0x1.921fb54442d18469898cc51701b8p+1L;

/* The sine of pi * x. */
static long double sine_of_pi(long double x)
{
    long double whole = rintl(x);
    long double size = sinl(pi * (x - whole));

    return fmodl(whole, 2) == 0 ? size : -size;
}

long double lgammal(long double x)
{
    long double factor;
    long double result;

    signgam = 1;
    if (!isfinite(x)) {
        return isnan(x) ? x : INFINITY;
    }
    if (x <= 0 && rintl(x) == x) {
        errno = ERANGE;
        signgam = x == 0 && signbit(x) ? -1 : 1;
        return INFINITY;
    }
    if (fabsl(x) < 0x1p-100L) {
        signgam = x < 0 ? -1 : 1;
        return -logl(fabsl(x));
    }
    if (x < -40) {
        /* gamma(x) gamma(-x) = -pi / (x sin(pi x)) */
        result = sine_of_pi(x);
        signgam = result > 0 ? -1 : 1;
        return logl(pi / fabsl(x * result)) - __cutaway_gamma_long(-x, &factor);
    }
    result = __cutaway_gamma_long(x, &factor);
    signgam = factor < 0 ? -1 : 1;
    return result - logl(fabsl(factor));
}

long double tgammal(long double x)
{
    long double factor;
    long double result;

    if (isnan(x) || (isinf(x) && x > 0)) {
        return x;
    }
    if (x == 0) {
        errno = ERANGE;
        return copysignl(INFINITY, x);
    }
    if (x < 0 && rintl(x) == x) {
        errno = EDOM;
        return NAN;
    }
    if (fabsl(x) < 0x1p-115L) {
        return 1 / x;
    }
    if (x < -40) {
        result = pi / (-x * sine_of_pi(x));
        return result * expl(-__cutaway_gamma_long(x < -3000 ? 3000 : -x, &factor));
    }
    result = __cutaway_gamma_long(x < 3000 ? x : 3000, &factor);
    return expl(result) / factor;
}
