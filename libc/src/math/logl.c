/* logl.c: logarithms of long doubles. C17 7.12.6.7 to 7.12.6.10. Error: 8 units. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary_long.h"
#include "../internal/scale.h"

/* ln 2; multiples of the first part below 2^17 are exact. */
static const long double ln2_high = 0x1.62e42fefa39ef35793c7673p-1L;
static const long double ln2_low = 0x1.f97b57a079a193394c5b16c5068cp-103L;
static const long double per_ln2 = 0x1.71547652b82fe1777d0ffda0d23ap+0L;
static const long double per_ln10 = 0x1.bcb7b1526e50e32a6ab7555f5a68p-2L;

/* Better by one step (of Halley's method) from y, which is ln(1 + x) to the precision of double. */
static long double improve(long double x, double y)
{
    long double less = __cutaway_exp_minus_1_long(-y);
    long double rest = less + x * less + x;

    return y + 2 * rest / (2 + rest);
}

/* Whether it is a number that has a logarithm; if not, what stands for it. */
static int has_logarithm(long double x, long double *result)
{
    if (isnan(x) || (isinf(x) && x > 0)) {
        *result = x;
        return 0;
    }
    if (x <= 0) {
        errno = x == 0 ? ERANGE : EDOM;
        *result = x == 0 ? -INFINITY : NAN;
        return 0;
    }
    return 1;
}

/* ln x less a multiple of ln 2, and which. */
static long double log_of_fraction(long double x, int *power)
{
    x = frexpl(x, power);
    if (x < 0x1.6a09e667f3bcdp-1L) {
        x *= 2;
        --*power;
    }
    return improve(x - 1, log((double)x));
}

long double logl(long double x)
{
    long double result;
    int power;

    if (!has_logarithm(x, &result)) {
        return result;
    }
    result = log_of_fraction(x, &power);
    return power * ln2_high + (power * ln2_low + result);
}

long double log2l(long double x)
{
    long double result;
    int power;

    if (!has_logarithm(x, &result)) {
        return result;
    }
    result = log_of_fraction(x, &power);
    return power + result * per_ln2;
}

long double log10l(long double x)
{
    return logl(x) * per_ln10;
}

long double log1pl(long double x)
{
    if (fabsl(x) < 0x1p-120L || isnan(x)) {
        return x;
    }
    if (fabsl(x) < 0.25L) {
        return improve(x, log1p((double)x));
    }
    return logl(1 + x);
}
