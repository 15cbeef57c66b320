/* expl.c: powers of e and of 2 for long doubles. C17 7.12.6.1 to 7.12.6.3. Error: 8 units. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary_long.h"
#include "../internal/scale.h"

/* ln 2; multiples of the first part below 2^17 are exact. */
static const long double ln2_high = 0x1.62e42fefa39ef35793c7673p-1L;
static const long double ln2_low = 0x1.f97b57a079a193394c5b16c5068cp-103L;
static const long double ln2 = 0x1.62e42fefa39ef35793c7673007e6p-1L;

static long double finish(long double power_of_rest, int power)
{
    long double result = __cutaway_scale_long(1 + power_of_rest, power);

    if (isinf(result) || result == 0) {
        errno = ERANGE;
    }
    return result;
}

long double expl(long double x)
{
    int power;

    if (!(fabsl(x) <= 12000)) {
        if (isnan(x) || isinf(x)) {
            return x < 0 ? 0 : x;
        }
        x = x < 0 ? -12000 : 12000;
    }
    power = (int)rint((double)x / 0x1.62e42fefa39efp-1);
    x = (x - power * ln2_high) - power * ln2_low;
    return finish(__cutaway_exp_minus_1_long(x), power);
}

long double exp2l(long double x)
{
    int power;

    if (!(fabsl(x) <= 17000)) {
        if (isnan(x) || isinf(x)) {
            return x < 0 ? 0 : x;
        }
        x = x < 0 ? -17000 : 17000;
    }
    power = (int)rint((double)x);
    return finish(__cutaway_exp_minus_1_long((x - power) * ln2), power);
}

long double expm1l(long double x)
{
    if (fabsl(x) < 0.34L) {
        return fabsl(x) < 0x1p-120L ? x : __cutaway_exp_minus_1_long(x);
    }
    return x < -100 ? -1 : expl(x) - 1;
}
