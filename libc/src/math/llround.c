/* llround.c: to a whole number that is an integer. C17 7.12.9.5, 7.12.9.7. */
#include <math.h>

long long llround(double x)
{
    return (long long)round(x);
}

long long llroundf(float x)
{
    return (long long)roundf(x);
}

long long llroundl(long double x)
{
    return (long long)roundl(x);
}
