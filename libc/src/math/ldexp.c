/* ldexp.c: x * 2^power. C17 7.12.6.6. */
#include <math.h>

double ldexp(double x, int power)
{
    return scalbn(x, power);
}

float ldexpf(float x, int power)
{
    return scalbnf(x, power);
}

long double ldexpl(long double x, int power)
{
    return scalbnl(x, power);
}
