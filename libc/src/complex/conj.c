/* conj.c: the conjugate of a complex number. C17 7.3.9.4. */
#include <complex.h>

double _Complex conj(double _Complex z)
{
    return ~z;
}

float _Complex conjf(float _Complex z)
{
    return ~z;
}

long double _Complex conjl(long double _Complex z)
{
    return ~z;
}
