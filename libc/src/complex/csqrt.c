/* csqrt.c: the square root of a complex number. C17 7.3.8.3. */
#include "../internal/complex_double.h"
#include "csqrt.h"

float _Complex csqrtf(float _Complex z)
{
    return csqrt(z);
}
