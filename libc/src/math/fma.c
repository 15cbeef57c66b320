/* fma.c: x * y + z, rounded once. C17 7.12.13.1. */
#include <math.h>

double fma(double x, double y, double z)
{
    return __builtin_fma(x, y, z);
}

float fmaf(float x, float y, float z)
{
    return __builtin_fmaf(x, y, z);
}
