/* nexttoward.c: the neighbour in a direction. C17 7.12.11.4. */
#include <math.h>

double nexttoward(double x, long double y)
{
    if (x == y) {
        return (double)y;
    }
    return nextafter(x, isnan(y) ? NAN : y > x ? INFINITY : -INFINITY);
}

float nexttowardf(float x, long double y)
{
    if (x == y) {
        return (float)y;
    }
    return nextafterf(x, isnan(y) ? NAN : y > x ? INFINITY : -INFINITY);
}

long double nexttowardl(long double x, long double y)
{
    return nextafterl(x, y);
}
