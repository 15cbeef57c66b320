/* carg.c: the angle of a complex number. C17 7.3.9.1. */
#include <complex.h>
#include <math.h>

double carg(double _Complex z)
{
    return atan2(__imag__ z, __real__ z);
}

float cargf(float _Complex z)
{
    return atan2f(__imag__ z, __real__ z);
}
