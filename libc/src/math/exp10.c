/* exp10.c: 10 to the power of x. GNU. */
#include <math.h>

double exp10(double x)
{
    return pow(10, x);
}
