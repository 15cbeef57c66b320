/*
 * erfl.c: the error function of long doubles. C17 7.12.8.1, 7.12.8.2.
 *
 * The error is below 2^-108 of the result; of erfcl from 0.5 to 3 below 2^-95 of it.
 */
#include <math.h>

static const long double two_per_root_pi = 0x1.20dd750429b6d11ae3a914fed7fep+0L;

/* By the series  e^(-x^2) * (x + 2/3 x^3 + 4/15 x^5 + ...),  whose terms are all above 0. */
static long double series(long double x)
{
    long double square = 2 * x * x;
    long double term = x;
    long double sum = x;
    int n;

    for (n = 3; term > sum * 0x1p-116L; n += 2) {
        term *= square / n;
        sum += term;
    }
    return sum * expl(-x * x) * two_per_root_pi;
}

/* For x from 3 on, by a continued fraction. */
static long double fraction(long double x)
{
    long double a = 1 / (2 * x * x);
    long double fraction = 1;
    int n;

    for (n = 250; n >= 1; n--) {
        fraction = 1 + n * a / fraction;
    }
    return expl(-x * x) / (x * fraction) * (two_per_root_pi / 2);
}

long double erfl(long double x)
{
    long double size = fabsl(x);

    if (isnan(x) || x == 0) {
        return x;
    }
    return copysignl(size < 3 ? series(size) : size < 10 ? 1 - fraction(size) : 1, x);
}

long double erfcl(long double x)
{
    if (isnan(x)) {
        return x;
    }
    if (x < 3) {
        return 1 - erfl(x);
    }
    return fraction(x < 120 ? x : 120);
}
