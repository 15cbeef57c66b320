/* kernel_sin.c: sine and cosine near 0 as pairs. */
#include "../internal/elementary.h"

/* The sum of a series of x^2, from its last factor on. */
static double series(const double *factors, int count, double square)
{
    double sum = factors[0];
    int i;

    for (i = 1; i < count; i++) {
        sum = sum * square + factors[i];
    }
    return sum;
}

struct pair __cutaway_sin(struct pair x)
{
    /* By Taylor's series: 1/19!, 1/17! and so on to 1/3!, with their signs. */
    static const double factors[] = {
        -1.0 / 121645100408832000.0, 1.0 / 355687428096000.0, -1.0 / 1307674368000.0,
        1.0 / 6227020800.0,          -1.0 / 39916800.0,       1.0 / 362880.0,
        -1.0 / 5040.0,               1.0 / 120.0,             -1.0 / 6.0};
    double square = x.high * x.high;
    double rest = x.high * square * series(factors, sizeof factors / sizeof *factors, square);

    /* The derivative of the sine is the cosine. */
    return __cutaway_sum(x.high, rest + x.low * (1 - square / 2));
}

struct pair __cutaway_cos(struct pair x)
{
    /* By Taylor's series: 1/18!, 1/16! and so on to 1/4!, with their signs. */
    static const double factors[] = {
        -1.0 / 6402373705728000.0, 1.0 / 20922789888000.0, -1.0 / 87178291200.0,
        1.0 / 479001600.0,         -1.0 / 3628800.0,       1.0 / 40320.0,
        -1.0 / 720.0,              1.0 / 24.0};
    struct pair square = __cutaway_product(x.high, x.high);
    double fourth = square.high * square.high;
    double rest = fourth * series(factors, sizeof factors / sizeof *factors, square.high);
    struct pair sum = __cutaway_sum(1, -square.high / 2);

    return __cutaway_sum(sum.high, sum.low - square.low / 2 + rest - x.high * x.low);
}
