/* catanh.c: the hyperbolic arc tangent of a complex number. C17 7.3.6.3. */
#include "../internal/complex_double.h"
#include "catanh.h"

float _Complex catanhf(float _Complex z)
{
    return catanh(z);
}
