/* log10.c: the logarithm to base 10. C17 7.12.6.8. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary.h"

static const struct pair per_ln10 = {0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57};

double log10(double x)
{
    struct pair result;

    if (isnan(x) || (isinf(x) && x > 0)) {
        return x + x;
    }
    if (x <= 0) {
        errno = x == 0 ? ERANGE : EDOM;
        return x == 0 ? -1 / (x * x) : (x - x) / (x - x);
    }
    result = __cutaway_multiply(__cutaway_log((struct pair){x, 0}), per_ln10);
    return result.high + result.low;
}

float log10f(float x)
{
    return (float)log10(x);
}
