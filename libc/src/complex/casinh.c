/* casinh.c: the hyperbolic arc sine of a complex number. C17 7.3.6.2. */
#include "../internal/complex_double.h"
#include "casinh.h"

float _Complex casinhf(float _Complex z)
{
    return casinh(z);
}
