/* log10.c: the logarithm to base 10. C17 7.12.6.8. */
#include <math.h>

#include "../internal/elementary.h"

static const struct pair per_ln10 = {0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57};

double log10(double x)
{
    return __cutaway_log_times(x, per_ln10);
}

float log10f(float x)
{
    return (float)log10(x);
}
