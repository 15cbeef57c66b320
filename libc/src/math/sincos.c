/* sincos.c: sine and cosine. GNU. */
#include <math.h>

void sincos(double x, double *sine, double *cosine)
{
    *sine = sin(x);
    *cosine = cos(x);
}
