/* lrint.c: to a whole number that is an integer. C17 7.12.9.5, 7.12.9.7. */
#include <math.h>

long lrint(double x)
{
    return (long)rint(x);
}

long lrintf(float x)
{
    return (long)rintf(x);
}

long lrintl(long double x)
{
    return (long)rintl(x);
}
