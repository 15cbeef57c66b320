/* log2.c: the logarithm to base 2. C17 7.12.6.10. */
#include <math.h>

#include "../internal/elementary.h"

static const struct pair per_ln2 = {0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56};

double log2(double x)
{
    return __cutaway_log_times(x, per_ln2);
}

float log2f(float x)
{
    return (float)log2(x);
}
