/* creal.c: the real part of a complex number. C17 7.3.9.6. */
#include <complex.h>

double creal(double _Complex z)
{
    return __real__ z;
}

float crealf(float _Complex z)
{
    return __real__ z;
}

long double creall(long double _Complex z)
{
    return __real__ z;
}
