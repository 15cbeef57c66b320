/*
 * atanl.c: the inverse trigonometric functions of long doubles. C17 7.12.4.1 to 7.12.4.4. Error: 8
 * units.
 */
#include <errno.h>
#include <math.h>

static const long double pi = 0x1.921fb54442d18469898cc51701b8p+1L;
static const long double half_pi = 0x1.921fb54442d18469898cc51701b8p+0L;

long double atanl(long double x)
{
    long double angle;
    long double sine;
    long double cosine;

    if (fabsl(x) < 0x1p-60L || isnan(x)) {
        return x;
    }
    if (fabsl(x) > 0x1p120L) {
        return copysignl(half_pi, x);
    }
    /* Right to the precision of double; then by the angle that is left, which is very small. */
    angle = atan((double)x);
    sine = sinl(angle);
    cosine = cosl(angle);
    return angle + (x * cosine - sine) / (cosine + x * sine);
}

/* The angle in [0, pi/2] for numbers that are not below 0, nor both 0 or both infinite. */
static long double angle_of(long double y, long double x)
{
    return y <= x ? atanl(y / x) : half_pi - atanl(x / y);
}

long double atan2l(long double y, long double x)
{
    long double high = fabsl(y);
    long double right = fabsl(x);
    long double angle;

    if (isnan(x) || isnan(y)) {
        return NAN;
    }
    if (high == right && (high == 0 || isinf(high))) {
        angle = high == 0 ? 0 : half_pi / 2;
    } else {
        angle = angle_of(high, right);
    }
    return copysignl(signbit(x) ? pi - angle : angle, y);
}

long double asinl(long double x)
{
    if (fabsl(x) > 1 || isnan(x)) {
        errno = isnan(x) ? errno : EDOM;
        return NAN;
    }
    return x == 0 ? x : atan2l(x, sqrtl((1 - x) * (1 + x)));
}

long double acosl(long double x)
{
    if (fabsl(x) > 1 || isnan(x)) {
        errno = isnan(x) ? errno : EDOM;
        return NAN;
    }
    return x == 1 ? 0 : atan2l(sqrtl((1 - x) * (1 + x)), x);
}
