/* kernel_log.c: the natural logarithm as a pair. */
#include <math.h>

#include "../internal/elementary.h"
#include "../internal/scale.h"

/* ln(n / 32) for n from 22 to 46. */
static const struct pair logarithms[] = {
    {-0x1.7fafa3bd8151cp-2, 0x1.219024acd3b77p-58},
    {-0x1.522ae0738a3d8p-2, 0x1.8f7e9b38a6979p-57},
    {-0x1.269621134db92p-2, -0x1.e0efadd9db02bp-56},
    {-0x1.f991c6cb3b379p-3, -0x1.f665066f980a2p-57},
    {-0x1.a93ed3c8ad9e3p-3, -0x1.bcafa9de97203p-57},
    {-0x1.5bf406b543db2p-3, 0x1.1f5b44c0df7e7p-61},
    {-0x1.1178e8227e47cp-3, 0x1.0e63a5f01c691p-58},
    {-0x1.9335e5d594989p-4, 0x1.478a85704ccb7p-58},
    {-0x1.08598b59e3a07p-4, 0x1.dd7009902bf32p-58},
    {-0x1.0415d89e74444p-5, -0x1.c05cf1d753622p-59},
    {0x0p+0, 0x0p+0},
    {0x1.f829b0e7833p-6, 0x1.33e3f04f1ef23p-60},
    {0x1.f0a30c01162a6p-5, 0x1.85f325c5bbacdp-59},
    {0x1.6f0d28ae56b4cp-4, -0x1.906d99184b992p-58},
    {0x1.e27076e2af2e6p-4, -0x1.61578001e0162p-60},
    {0x1.29552f81ff523p-3, 0x1.301771c407dbfp-57},
    {0x1.5ff3070a793d4p-3, -0x1.bc60efafc6f6ep-58},
    {0x1.9525a9cf456b4p-3, 0x1.d904c1d4e2e26p-57},
    {0x1.c8ff7c79a9a22p-3, -0x1.4f689f8434012p-57},
    {0x1.fb9186d5e3e2bp-3, -0x1.caaae64f21acbp-57},
    {0x1.1675cababa60ep-2, 0x1.ce63eab883717p-61},
    {0x1.2e8e2bae11d31p-2, -0x1.8f4cdb95ebdf9p-56},
    {0x1.4618bc21c5ec2p-2, 0x1.f42decdeccf1dp-56},
    {0x1.5d1bdbf5809cap-2, 0x1.4236383dc7fe1p-56},
    {0x1.739d7f6bbd007p-2, -0x1.8c76ceb014b04p-56},
};

enum { FIRST = 22, PARTS = 32 };

/* ln 2; multiples of the first part below 2^13 are exact. */
static const double ln2_high = 0x1.62e42fefa2p-1;
static const struct pair ln2_rest = {0x1.9ef35793c7673p-41, 0x1.f97b57a079a19p-103};

/* ln((1 + s) / (1 - s)), by its series, for |s| <= 0.012. */
static struct pair from_ratio(struct pair s)
{
    double square = s.high * s.high;
    double sum = 2.0 / 13;

    sum = sum * square + 2.0 / 11;
    sum = sum * square + 2.0 / 9;
    sum = sum * square + 2.0 / 7;
    sum = sum * square + 2.0 / 5;
    sum = sum * square + 2.0 / 3;
    return __cutaway_add(__cutaway_times(s, 2), (struct pair){s.high * square * sum, 0});
}

struct pair __cutaway_log_1_plus(struct pair x)
{
    return from_ratio(__cutaway_divide(x, __cutaway_add((struct pair){2, 0}, x)));
}

struct pair __cutaway_log(struct pair x)
{
    int power;
    double scale;
    int index;
    double near;
    struct pair ratio;
    struct pair sum;

    /* x is between sqrt(1/2) and sqrt(2), times a power of two. */
    frexp(x.high * 0x1.6a09e667f3bcdp-1, &power);
    if (power < -1000) {
        x = __cutaway_times(x, 0x1p60);
        sum = __cutaway_log(x);
        return __cutaway_add(sum, (struct pair){-60 * ln2_high, -60 * ln2_rest.high});
    }
    scale = __cutaway_scale(1, -power);
    x = __cutaway_times(x, scale);
    index = (int)rint(x.high * PARTS);
    near = (double)index / PARTS;
    ratio = __cutaway_divide(__cutaway_add(x, (struct pair){-near, 0}),
                             __cutaway_add(x, (struct pair){near, 0}));
    sum = __cutaway_add(logarithms[index - FIRST], from_ratio(ratio));
    if (power == 0) {
        return sum;
    }
    sum = __cutaway_add(sum, __cutaway_multiply(ln2_rest, (struct pair){power, 0}));
    return __cutaway_add((struct pair){power * ln2_high, 0}, sum);
}
