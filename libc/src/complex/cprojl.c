/* cprojl.c: the projection onto the Riemann sphere: there is one infinity. C17 7.3.9.5. */
#include <complex.h>
#include <math.h>

long double _Complex cprojl(long double _Complex z)
{
    if (isinf(__real__ z) || isinf(__imag__ z)) {
        return __builtin_complex((long double)INFINITY, copysignl(0, __imag__ z));
    }
    return z;
}
