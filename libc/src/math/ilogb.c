/* ilogb.c: the exponent as an integer. C17 7.12.6.5. */
#include <errno.h>
#include <limits.h>
#include <math.h>

int ilogb(double x)
{
    int power;

    if (x == 0 || !isfinite(x)) {
        errno = EDOM;
        return x == 0 ? FP_ILOGB0 : isnan(x) ? FP_ILOGBNAN : INT_MAX;
    }
    frexp(x, &power);
    return power - 1;
}

int ilogbf(float x)
{
    int power;

    if (x == 0 || !isfinite(x)) {
        errno = EDOM;
        return x == 0 ? FP_ILOGB0 : isnan(x) ? FP_ILOGBNAN : INT_MAX;
    }
    frexpf(x, &power);
    return power - 1;
}

int ilogbl(long double x)
{
    int power;

    if (x == 0 || !isfinite(x)) {
        errno = EDOM;
        return x == 0 ? FP_ILOGB0 : isnan(x) ? FP_ILOGBNAN : INT_MAX;
    }
    frexpl(x, &power);
    return power - 1;
}
