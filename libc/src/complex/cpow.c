/* cpow.c: powers of complex numbers. C17 7.3.8.2. */
#include "../internal/complex_double.h"
#include "cpow.h"

float _Complex cpowf(float _Complex z, float _Complex power)
{
    return cpow(z, power);
}
