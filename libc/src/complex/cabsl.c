/* cabsl.c: the absolute value of a complex number. C17 7.3.8.1. */
#include <complex.h>
#include <math.h>

long double cabsl(long double _Complex z)
{
    return hypotl(__real__ z, __imag__ z);
}
