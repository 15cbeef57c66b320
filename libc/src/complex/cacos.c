/* cacos.c: the arc cosine of a complex number. C17 7.3.5.1. */
#include "../internal/complex_double.h"
#include "cacos.h"

float _Complex cacosf(float _Complex z)
{
    return cacos(z);
}
