/* log2.c: the logarithm to base 2. C17 7.12.6.10. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

static const struct pair per_ln2 = {0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56};

double log2(double x)
{
    struct pair result;

    if (isnan(x) || (isinf(x) && x > 0)) {
        return x + x;
    }
    if (x <= 0) {
        errno = x == 0 ? ERANGE : EDOM;
        return x == 0 ? -1 / (x * x) : (x - x) / (x - x);
    }
    result = __cutaway_multiply(__cutaway_log((struct pair){x, 0}), per_ln2);
    return result.high + result.low;
}

float log2f(float x)
{
    return (float)log2(x);
}
