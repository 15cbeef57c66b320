/* trunc.c: without the fraction. C17 7.12.9.8. */
#include <math.h>
#include <stdint.h>

#include "../internal/float_bits.h"

double trunc(double x)
{
    union double_bits number = {x};
    int power = (int)(number.bits >> 52 & 0x7ff) - 1023;

    if (power < 0) {
        return copysign(0, x);
    }
    if (power < 52) {
        number.bits &= ~(UINT64_MAX >> (12 + power));
    }
    return number.value;
}

float truncf(float x)
{
    return (float)trunc(x);
}

long double truncl(long double x)
{
    union long_double_bits number = {x};
    int power = (int)(number.bits[1] >> 48 & 0x7fff) - 16383;

    if (power < 0) {
        return copysignl(0, x);
    }
    if (power <= 48) {
        number.bits[0] = 0;
        number.bits[1] &= power == 48 ? UINT64_MAX : ~(UINT64_MAX >> (16 + power));
    } else if (power < 112) {
        number.bits[0] &= ~(UINT64_MAX >> (power - 48));
    }
    return number.value;
}
