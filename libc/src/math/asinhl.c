/*
 * asinhl.c: the inverse hyperbolic functions of long doubles. C17 7.12.5.1 to 7.12.5.3. Error: 8
 * units.
 */
#include <errno.h>
#include <math.h>

static const long double ln2 = 0x1.62e42fefa39ef35793c7673007e6p-1L;

long double asinhl(long double x)
{
    long double size = fabsl(x);
    long double square = size * size;

    if (size < 0x1p-60L || !isfinite(x)) {
        return x;
    }
    if (size > 0x1p120L) {
        return copysignl(logl(size) + ln2, x);
    }
    return copysignl(log1pl(size + square / (1 + sqrtl(1 + square))), x);
}

long double acoshl(long double x)
{
    long double more = x - 1;

    if (x < 1 || isnan(x)) {
        errno = isnan(x) ? errno : EDOM;
        return NAN;
    }
    if (x > 0x1p120L) {
        return logl(x) + ln2;
    }
    return log1pl(more + sqrtl(more * (more + 2)));
}

long double atanhl(long double x)
{
    long double size = fabsl(x);

    if (size >= 1 || isnan(x)) {
        errno = isnan(x) ? errno : size == 1 ? ERANGE : EDOM;
        return size == 1 ? copysignl(INFINITY, x) : NAN;
    }
    return size < 0x1p-60L ? x : copysignl(log1pl(2 * size / (1 - size)) / 2, x);
}
