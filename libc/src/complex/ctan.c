/* ctan.c: the tangent of a complex number. C17 7.3.5.6. */
#include "../internal/complex_double.h"
#include "ctan.h"

float _Complex ctanf(float _Complex z)
{
    return ctan(z);
}
