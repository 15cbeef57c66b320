/* lround.c: to a whole number that is an integer. C17 7.12.9.5, 7.12.9.7. */
#include <math.h>

long lround(double x)
{
    return (long)round(x);
}

long lroundf(float x)
{
    return (long)roundf(x);
}

long lroundl(long double x)
{
    return (long)roundl(x);
}
