/* cabs.c: the absolute value of a complex number. C17 7.3.8.1. */
#include <complex.h>
#include <math.h>

double cabs(double _Complex z)
{
    return hypot(__real__ z, __imag__ z);
}

float cabsf(float _Complex z)
{
    return hypotf(__real__ z, __imag__ z);
}
