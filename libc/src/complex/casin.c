/* casin.c: the arc sine of a complex number. C17 7.3.5.2. */
#include "../internal/complex_double.h"
#include "casin.h"

float _Complex casinf(float _Complex z)
{
    return casin(z);
}
