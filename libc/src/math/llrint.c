/* llrint.c: to a whole number that is an integer. C17 7.12.9.5, 7.12.9.7. */
#include <math.h>

long long llrint(double x)
{
    return (long long)rint(x);
}

long long llrintf(float x)
{
    return (long long)rintf(x);
}

long long llrintl(long double x)
{
    return (long long)rintl(x);
}
