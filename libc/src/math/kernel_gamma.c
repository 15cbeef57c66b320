/* kernel_gamma.c: the gamma function as a pair. */
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/gamma.h"

/* ln(2 pi) / 2 */
static const struct pair half_log_2_pi = {0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55};
/* 1 - Euler's constant */
static const struct pair one_less_euler = {0x1.b0ee6072093cep-2, 0x1.6cb90701fbfabp-58};
/* 1/12, the first factor of Stirling's series: B(2k) / (2k (2k-1)) for k from 1 on. */
static const struct pair twelfth = {0x1.5555555555555p-4, 0x1.5555555555555p-58};

/* The other ones, the last first. */
static const double stirling[] = {
    -0x1.39b2525cccc1bp+7,
    0x1.ace44322ce006p+3,
    -0x1.6476701181f3ap+0,
    0x1.6fe96381e068p-3,
    -0x1.e4286cb0f5398p-6,
    0x1.a41a41a41a41ap-8,
    -0x1.f6ab0d9993c7dp-10,
    0x1.b951e2b18ff23p-11,
    -0x1.3813813813814p-11,
    0x1.a01a01a01a01ap-11,
    -0x1.6c16c16c16c17p-9};

/* (-1)^k (zeta(k) - 1) / k for k from 27 down to 2. */
static const double zetas[] = {
    -0x1.2f69a9fabe3ep-32,
    0x1.3b15d2b2fc10cp-31,
    -0x1.47b1679258d0ep-30,
    0x1.555a877ffd2c3p-29,
    -0x1.6434a8447aeadp-28,
    0x1.7469daccfadcdp-27,
    -0x1.862c734df3eacp-26,
    0x1.99b93c2070b0fp-25,
    -0x1.af5a6cbbf8a97p-24,
    0x1.c76bbb3f07a4dp-23,
    -0x1.e2600d93cfd2fp-22,
    0x1.0064cdeb22f0fp-20,
    -0x1.11b2eb7679541p-19,
    0x1.2597a39f34aacp-18,
    -0x1.3cbc963ce2243p-17,
    0x1.580dcee66eb02p-16,
    -0x1.78de5bd7c81efp-15,
    0x1.a127b0f17d65ap-14,
    -0x1.d3fd4c76d2fc8p-13,
    0x1.0b36af86396e9p-11,
    -0x1.38ac5c2bf8e08p-10,
    0x1.7add6eadb6c3p-9,
    -0x1.e404fc218f5f2p-8,
    0x1.51322ac7d8483p-6,
    -0x1.13e001a557607p-4,
    0x1.4a34cc4a60fa6p-2};

struct gamma __cutaway_gamma(double x)
{
    struct pair one = {1, 0};
    struct gamma gamma = {{0, 0}, one};
    struct pair y = {x, 0};
    struct pair inverse;
    struct pair sum;
    double square;
    double rest = 0;
    int i;

    /* gamma(x) = gamma(x + 1) / x; Stirling's series is for large numbers. */
    for (; y.high < 16; y = __cutaway_add(y, one)) {
        gamma.factor = __cutaway_multiply(gamma.factor, y);
    }
    inverse = __cutaway_divide(one, y);
    square = inverse.high * inverse.high;
    for (i = 0; i < (int)(sizeof stirling / sizeof *stirling); i++) {
        rest = (rest + stirling[i]) * square;
    }
    sum = __cutaway_multiply(inverse, twelfth);
    sum = __cutaway_add(sum, (struct pair){rest * inverse.high, 0});
    sum = __cutaway_add(sum, half_log_2_pi);
    sum = __cutaway_add(sum, __cutaway_times(y, -1));
    y = __cutaway_multiply(__cutaway_add(y, (struct pair){-0.5, 0}), __cutaway_log(y));
    gamma.logarithm = __cutaway_add(y, sum);
    return gamma;
}

struct pair __cutaway_log_gamma_near_2(double z)
{
    double sum = 0;
    int i;

    for (i = 0; i < (int)(sizeof zetas / sizeof *zetas); i++) {
        sum = sum * z + zetas[i];
    }
    return __cutaway_add(__cutaway_multiply(one_less_euler, (struct pair){z, 0}),
                         (struct pair){sum * z * z, 0});
}

struct pair __cutaway_sin_pi(double x)
{
    static const struct pair pi = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};
    double whole = rint(x);
    double rest = x - whole;
    double sign = fmod(whole, 2) == 0 ? 1 : -1;
    struct pair angle;

    if (fabs(rest) <= 0.25) {
        angle = __cutaway_multiply(pi, (struct pair){rest, 0});
        return __cutaway_times(__cutaway_sin(angle), sign);
    }
    angle = __cutaway_multiply(pi, (struct pair){0.5 - fabs(rest), 0});
    return __cutaway_times(__cutaway_cos(angle), copysign(sign, rest * sign));
}
