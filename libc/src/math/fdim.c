/* fdim.c: the positive difference. C17 7.12.12.1. */
#include <errno.h>
#include <math.h>

double fdim(double x, double y)
{
    double difference = x - y;

    if (x <= y) {
        return 0;
    }
    if (isinf(difference) && isfinite(x) && isfinite(y)) {
        errno = ERANGE;
    }
    return difference;
}

float fdimf(float x, float y)
{
    float difference = x - y;

    if (x <= y) {
        return 0;
    }
    if (isinf(difference) && isfinite(x) && isfinite(y)) {
        errno = ERANGE;
    }
    return difference;
}

long double fdiml(long double x, long double y)
{
    long double difference = x - y;

    if (x <= y) {
        return 0;
    }
    if (isinf(difference) && isfinite(x) && isfinite(y)) {
        errno = ERANGE;
    }
    return difference;
}
