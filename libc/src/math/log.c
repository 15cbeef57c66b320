/* log.c: the natural logarithm. C17 7.12.6.7. */
#include <math.h>

#include "../internal/elementary.h"

double log(double x)
{
    return __cutaway_log_times(x, (struct pair){1, 0});
}

float logf(float x)
{
    return (float)log(x);
}
