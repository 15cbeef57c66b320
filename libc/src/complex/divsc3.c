/* divsc3.c: the quotient of two complex numbers of type float, computed in double. C17 6.5.5, G.5.1. */
#include <math.h>

#include "../internal/complex_routines.h"

#define REAL float
#define NAMED(name) name##f
#include "quotient.h"

float _Complex __divsc3(float a, float b, float c, float d)
{
    double norm = __builtin_fma(c, c, (double)d * d);
    float real = (float)(__builtin_fma(a, c, (double)b * d) / norm);
    float imaginary = (float)(__builtin_fma(b, c, -((double)a * d)) / norm);

    if (isnan(real) && isnan(imaginary)) {
        return special_quotient(a, b, c, d);
    }
    return __builtin_complex(real, imaginary);
}
