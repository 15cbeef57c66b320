/* csinh.c: the hyperbolic sine of a complex number. C17 7.3.6.5. */
#include "../internal/complex_double.h"
#include "csinh.h"

float _Complex csinhf(float _Complex z)
{
    return csinh(z);
}
