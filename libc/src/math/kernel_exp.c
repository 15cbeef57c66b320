/* kernel_exp.c: e^x as a pair. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/scale.h"

/* ln 2, in parts of 40 bits, so that multiples of the first two are exact. */
static const double ln2_high = 0x1.62e42fefa2p-1;
static const double ln2_middle = 0x1.9ef35793c6p-41;
static const double ln2_low = 0x1.673007e5ed5e8p-81;
static const double per_ln2 = 0x1.71547652b82fep+0;

/* (e^x - 1 - x) / x^2, by Taylor's series, for |x| <= 0.35. */
static double tail(double x)
{
    static const double factors[] = {
        1.0 / 6227020800.0 / 14.0, 1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 39916800.0,
        1.0 / 3628800.0,           1.0 / 362880.0,     1.0 / 40320.0,     1.0 / 5040.0,
        1.0 / 720.0,               1.0 / 120.0,        1.0 / 24.0,        1.0 / 6.0,
        0.5};
    double sum = 1.0 / 6227020800.0 / 210.0;
    int i;

    for (i = 0; i < (int)(sizeof factors / sizeof *factors); i++) {
        sum = sum * x + factors[i];
    }
    return sum;
}

struct pair __cutaway_exp_minus_1(struct pair x)
{
    struct pair sum = __cutaway_sum(x.high, x.high * x.high * tail(x.high));

    /* The derivative of e^x is e^x. */
    return __cutaway_sum(sum.high, sum.low + x.low * (1 + sum.high));
}

struct pair __cutaway_exp(struct pair x, int *power)
{
    double count = rint(x.high * per_ln2);
    struct pair rest = __cutaway_sum(x.high - count * ln2_high, -count * ln2_middle);
    struct pair power_of_rest;

    rest = __cutaway_sum(rest.high, rest.low + (x.low - count * ln2_low));
    power_of_rest = __cutaway_exp_minus_1(rest);
    *power = (int)count;
    return __cutaway_add((struct pair){1, 0}, power_of_rest);
}

double __cutaway_finish(struct pair x, int power)
{
    double result = __cutaway_scale(x.high + x.low, power);

    if (isinf(result) || (result == 0 && x.high != 0)) {
        errno = ERANGE;
    }
    return result;
}
