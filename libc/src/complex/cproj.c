/* cproj.c: the projection onto the Riemann sphere: there is one infinity. C17 7.3.9.5. */
#include <complex.h>
#include <math.h>

double _Complex cproj(double _Complex z)
{
    if (isinf(__real__ z) || isinf(__imag__ z)) {
        return __builtin_complex((double)INFINITY, copysign(0, __imag__ z));
    }
    return z;
}

float _Complex cprojf(float _Complex z)
{
    if (isinf(__real__ z) || isinf(__imag__ z)) {
        return __builtin_complex((float)INFINITY, copysignf(0, __imag__ z));
    }
    return z;
}
