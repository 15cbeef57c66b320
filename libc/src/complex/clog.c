/* clog.c: the natural logarithm of a complex number. C17 7.3.7.2. */
#include "../internal/complex_double.h"
#include "clog.h"

float _Complex clogf(float _Complex z)
{
    return clog(z);
}
