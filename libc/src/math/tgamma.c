/* tgamma.c: the gamma function. C17 7.12.8.4. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/gamma.h"

static const struct pair pi = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};

/* For x below 0: gamma(x) gamma(-x) = -pi / (x sin(pi x)). */
static double reflected(double x)
{
    struct gamma gamma = __cutaway_gamma(-x);
    struct pair value;
    int power;

    value = __cutaway_exp(__cutaway_times(gamma.logarithm, -1), &power);
    value = __cutaway_multiply(value, gamma.factor);
    value = __cutaway_divide(__cutaway_multiply(value, pi), __cutaway_sin_pi(x));
    value = __cutaway_divide(value, (struct pair){-x, 0});
    return __cutaway_finish(value, power);
}

double tgamma(double x)
{
    struct gamma gamma;
    struct pair value;
    int power;

    if (isnan(x) || (isinf(x) && x > 0)) {
        return x;
    }
    if (x == 0) {
        errno = ERANGE;
        return copysign(INFINITY, x);
    }
    if (x < 0 && rint(x) == x) {
        errno = EDOM;
        return NAN;
    }
    if (fabs(x) < 0x1p-60) {
        return __cutaway_finish((struct pair){1 / x, 0}, 0);
    }
    if (x < -190) {
        errno = ERANGE;
        return __cutaway_sin_pi(x).high < 0 ? -0.0 : 0.0;
    }
    if (x < -40) {
        return reflected(x);
    }
    gamma = __cutaway_gamma(x < 180 ? x : 180);
    value = __cutaway_exp(gamma.logarithm, &power);
    return __cutaway_finish(__cutaway_divide(value, gamma.factor), power);
}

float tgammaf(float x)
{
    return (float)tgamma(x);
}
