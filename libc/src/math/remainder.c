/* remainder.c: the remainder to the nearest multiple. C17 7.12.10.2. */
#include <math.h>

double remainder(double x, double y)
{
    int quotient;

    return remquo(x, y, &quotient);
}

float remainderf(float x, float y)
{
    int quotient;

    return remquof(x, y, &quotient);
}

long double remainderl(long double x, long double y)
{
    int quotient;

    return remquol(x, y, &quotient);
}
