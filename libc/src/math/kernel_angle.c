/* kernel_angle.c: the arc tangent as a pair. */
#include <math.h>

#include "../internal/elementary.h"

/* The arc tangents of n / 8. */
static const struct pair angles[] = {
    {0x0p+0, 0x0p+0},
    {0x1.fd5ba9aac2f6ep-4, -0x1.cd37686760c17p-59},
    {0x1.f5b75f92c80ddp-3, 0x1.8ab6e3cf7afbdp-57},
    {0x1.6f61941e4def1p-2, -0x1.c63aae6f6e918p-56},
    {0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56},
    {0x1.1e00babdefeb4p-1, -0x1.928df287a668fp-58},
    {0x1.4978fa3269ee1p-1, 0x1.2419a87f2a458p-56},
    {0x1.700a7c5784634p-1, -0x1.8c34d25aadef6p-56},
    {0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55},
};

static const struct pair half_pi = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};

/* The arc tangent by its series, for |t| <= 1/15. */
static struct pair series(struct pair t)
{
    double square = t.high * t.high;
    double sum = -1.0 / 19;
    int i;

    for (i = 17; i >= 3; i -= 2) {
        sum = sum * square + ((i + 1) / 2 % 2 == 0 ? -1.0 : 1.0) / i;
    }
    return __cutaway_add(t, (struct pair){t.high * square * sum, 0});
}

struct pair __cutaway_angle(struct pair y, struct pair x)
{
    struct pair ratio = __cutaway_divide(y, x);
    int index = (int)rint(ratio.high * 8);
    struct pair near = {index / 8.0, 0};
    struct pair minus = {-near.high, 0};
    struct pair product = __cutaway_multiply(ratio, near);
    struct pair rest;

    if (index == 0) {
        return series(ratio);
    }
    rest = __cutaway_divide(__cutaway_add(ratio, minus),
                            __cutaway_add((struct pair){1, 0}, product));
    return __cutaway_add(angles[index], series(rest));
}

struct pair __cutaway_angle_of(struct pair y, struct pair x)
{
    if (y.high <= x.high) {
        return __cutaway_angle(y, x);
    }
    return __cutaway_add(half_pi, __cutaway_times(__cutaway_angle(x, y), -1));
}
