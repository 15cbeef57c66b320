/* cacosh.c: the hyperbolic arc cosine of a complex number. C17 7.3.6.1. */
#include "../internal/complex_double.h"
#include "cacosh.h"

float _Complex cacoshf(float _Complex z)
{
    return cacosh(z);
}
