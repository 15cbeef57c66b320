/* ctanh.c: the hyperbolic tangent of a complex number. C17 7.3.6.6. */
#include "../internal/complex_double.h"
#include "ctanh.h"

float _Complex ctanhf(float _Complex z)
{
    return ctanh(z);
}
