/* lgamma.c: the logarithm of the size of the gamma function. C17 7.12.8.3. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/gamma.h"

int signgam;

static const struct pair log_pi = {0x1.250d048e7a1bdp+0, 0x1.7abf2ad8d5088p-57};

static struct pair from_gamma(struct gamma gamma)
{
    struct pair factor = __cutaway_times(gamma.factor, gamma.factor.high < 0 ? -1 : 1);

    return __cutaway_add(gamma.logarithm, __cutaway_times(__cutaway_log(factor), -1));
}

/* For x above 0. */
static struct pair positive(double x)
{
    struct pair minus_log;

    if (fabs(x - 2) <= 0.26) {
        return __cutaway_log_gamma_near_2(x - 2);
    }
    if (fabs(x - 1) <= 0.26) {
        struct pair z = {x - 1, 0};

        /* gamma(1 + z) = gamma(2 + z) / (1 + z) */
        minus_log = fabs(z.high) <= 0x1p-6 ? __cutaway_log_1_plus(z)
                                           : __cutaway_log((struct pair){x, 0});
        return __cutaway_add(__cutaway_log_gamma_near_2(z.high), __cutaway_times(minus_log, -1));
    }
    if (x < 0x1p-60) {
        return __cutaway_times(__cutaway_log((struct pair){x, 0}), -1);
    }
    return from_gamma(__cutaway_gamma(x));
}

double lgamma(double x)
{
    struct pair result;

    signgam = 1;
    if (isnan(x) || isinf(x)) {
        return x * x;
    }
    if (x <= 0 && rint(x) == x) {
        errno = ERANGE;
        signgam = x == 0 && signbit(x) ? -1 : 1;
        return INFINITY;
    }
    if (x > 0x1p1014) {
        errno = x > 0x1.74c1cd9fb8fb4p+1014 ? ERANGE : errno;
        return x * (log(x) - 1);
    }
    if (x > 0) {
        result = positive(x);
        return result.high + result.low;
    }
    if (x > -0x1p-60) {
        signgam = -1;
        result = positive(-x);
        return result.high + result.low;
    }
    result = __cutaway_sin_pi(x);
    signgam = result.high > 0 ? -1 : 1;
    if (x > -40) {
        result = from_gamma(__cutaway_gamma(x));
        return result.high + result.low;
    }
    /* gamma(x) gamma(-x) = -pi / (x sin(pi x)) */
    result = __cutaway_times(result, result.high < 0 ? -1 : 1);
    result = __cutaway_log(__cutaway_multiply(result, (struct pair){-x, 0}));
    result = __cutaway_add(log_pi, __cutaway_times(result, -1));
    result = __cutaway_add(result, __cutaway_times(positive(-x), -1));
    return result.high + result.low;
}

float lgammaf(float x)
{
    return (float)lgamma(x);
}
