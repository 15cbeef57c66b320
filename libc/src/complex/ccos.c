/* ccos.c: the cosine of a complex number. C17 7.3.5.4. */
#include "../internal/complex_double.h"
#include "ccos.h"

float _Complex ccosf(float _Complex z)
{
    return ccos(z);
}
