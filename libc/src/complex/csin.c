/* csin.c: the sine of a complex number. C17 7.3.5.5. */
#include "../internal/complex_double.h"
#include "csin.h"

float _Complex csinf(float _Complex z)
{
    return csin(z);
}
