/* rint.c: to a whole number, as the current direction has it. C17 7.12.9.3, 7.12.9.4. */
#include <math.h>

/* Adding 2^52 leaves no room for a fraction. */
double rint(double x)
{
    double limit = copysign(0x1p52, x);

    return fabs(x) < 0x1p52 ? copysign((x + limit) - limit, x) : x;
}

float rintf(float x)
{
    float limit = copysignf(0x1p23f, x);

    return fabsf(x) < 0x1p23f ? copysignf((x + limit) - limit, x) : x;
}

long double rintl(long double x)
{
    long double limit = copysignl(0x1p112L, x);

    return fabsl(x) < 0x1p112L ? copysignl((x + limit) - limit, x) : x;
}
