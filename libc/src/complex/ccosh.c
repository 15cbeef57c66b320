/* ccosh.c: the hyperbolic cosine of a complex number. C17 7.3.6.4. */
#include "../internal/complex_double.h"
#include "ccosh.h"

float _Complex ccoshf(float _Complex z)
{
    return ccosh(z);
}
