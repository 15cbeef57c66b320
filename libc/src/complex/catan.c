/* catan.c: the arc tangent of a complex number. C17 7.3.5.3. */
#include "../internal/complex_double.h"
#include "catan.h"

float _Complex catanf(float _Complex z)
{
    return catan(z);
}
