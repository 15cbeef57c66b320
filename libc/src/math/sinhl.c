/*
 * sinhl.c: the hyperbolic functions of long doubles. C17 7.12.5.4 to 7.12.5.6. Error: 8 units.
 */
#include <errno.h>
#include <math.h>

/* e^x / 2 for large x, as far as it fits. */
static long double half_of_power(long double x)
{
    long double root = expl(x / 2);
    long double result = root / 2 * root;

    if (isinf(result) && !isinf(x)) {
        errno = ERANGE;
    }
    return result;
}

long double sinhl(long double x)
{
    long double size = fabsl(x);
    long double part = size;

    if (size > 100) {
        part = half_of_power(size);
    } else if (size > 0) {
        part = expm1l(size);
        part = (part + part / (part + 1)) / 2;
    }
    return copysignl(part, x);
}

long double coshl(long double x)
{
    long double power;

    if (fabsl(x) > 100) {
        return half_of_power(fabsl(x));
    }
    power = expl(fabsl(x));
    return (power + 1 / power) / 2;
}

long double tanhl(long double x)
{
    long double part;

    if (fabsl(x) > 50) {
        return copysignl(1, x);
    }
    if (x == 0 || isnan(x)) {
        return x;
    }
    part = expm1l(2 * fabsl(x));
    return copysignl(part / (part + 2), x);
}
