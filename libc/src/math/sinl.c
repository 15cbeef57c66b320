/* sinl.c: sine, cosine and tangent of long doubles. C17 7.12.4.5 to 7.12.4.7. Error: 8 units. */
#include <errno.h>
#include <math.h>

#include "../internal/elementary_long.h"

/* Whether it is an angle; if not, there is an error. */
static int is_angle(long double x)
{
    if (isinf(x)) {
        errno = EDOM;
    }
    return isfinite(x);
}

/* The sine of an angle in a quadrant. */
static long double sine(long double rest, int quadrant)
{
    long double size =
        quadrant % 2 == 0 ? __cutaway_sin_long(rest) : __cutaway_cos_long(rest);

    return (quadrant & 3) >= 2 ? -size : size;
}

long double sinl(long double x)
{
    int quadrant;

    if (!is_angle(x) || x == 0) {
        return x == 0 ? x : NAN;
    }
    x = __cutaway_quadrant_long(x, &quadrant);
    return sine(x, quadrant);
}

long double cosl(long double x)
{
    int quadrant;

    if (!is_angle(x)) {
        return NAN;
    }
    x = __cutaway_quadrant_long(x, &quadrant);
    return sine(x, quadrant + 1);
}

long double tanl(long double x)
{
    int quadrant;

    if (!is_angle(x) || x == 0) {
        return x == 0 ? x : NAN;
    }
    x = __cutaway_quadrant_long(x, &quadrant);
    return sine(x, quadrant) / sine(x, quadrant + 1);
}
