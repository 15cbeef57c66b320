/* cexp.c: the exponential of a complex number. C17 7.3.7.1. */
#include "../internal/complex_double.h"
#include "cexp.h"

float _Complex cexpf(float _Complex z)
{
    return cexp(z);
}
