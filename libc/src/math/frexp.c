/* frexp.c: a fraction and a power of two. C17 7.12.6.4. */
#include <math.h>
#include <stdint.h>

#include "../internal/float_bits.h"

double frexp(double x, int *power)
{
    union double_bits number = {x};
    int field = (int)(number.bits >> 52 & 0x7ff);

    *power = 0;
    if (x == 0 || field == 0x7ff) {
        return x;
    }
    if (field == 0) {
        x = frexp(x * 0x1p64, power);
        *power -= 64;
        return x;
    }
    *power = field - 1022;
    number.bits = (number.bits & ~((uint64_t)0x7ff << 52)) | (uint64_t)1022 << 52;
    return number.value;
}

float frexpf(float x, int *power)
{
    return (float)frexp(x, power);
}

long double frexpl(long double x, int *power)
{
    union long_double_bits number = {x};
    int field = (int)(number.bits[1] >> 48 & 0x7fff);

    *power = 0;
    if (x == 0 || field == 0x7fff) {
        return x;
    }
    if (field == 0) {
        x = frexpl(x * 0x1p120L, power);
        *power -= 120;
        return x;
    }
    *power = field - 16382;
    number.bits[1] = (number.bits[1] & ~((uint64_t)0x7fff << 48)) | (uint64_t)16382 << 48;
    return number.value;
}
