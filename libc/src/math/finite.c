/* finite.c: whether a number is finite. BSD. */
#include <math.h>

int finite(double x)
{
    return isfinite(x);
}
