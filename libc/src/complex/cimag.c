/* cimag.c: the imaginary part of a complex number. C17 7.3.9.2. */
#include <complex.h>

double cimag(double _Complex z)
{
    return __imag__ z;
}

float cimagf(float _Complex z)
{
    return __imag__ z;
}

long double cimagl(long double _Complex z)
{
    return __imag__ z;
}
