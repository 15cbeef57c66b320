/* nextafter.c: the neighbour in a direction. C17 7.12.11.3, 7.12.11.4. */
#include <errno.h>
#include <math.h>
#include <stdint.h>

#include "../internal/float_bits.h"

double nextafter(double x, double y)
{
    union double_bits number = {x};

    if (isnan(x) || isnan(y)) {
        return x + y;
    }
    if (x == y) {
        return y;
    }
    if (x == 0) {
        number.bits = (uint64_t)(signbit(y) != 0) << 63 | 1;
        return number.value;
    } else {
        number.bits += (x < y) == (x > 0) ? 1 : -(uint64_t)1;
    }
    if (isinf(number.value) || fabs(number.value) < 0x1p-1022) {
        errno = ERANGE;
    }
    return number.value;
}

float nextafterf(float x, float y)
{
    union float_bits number = {x};

    if (isnan(x) || isnan(y)) {
        return x + y;
    }
    if (x == y) {
        return y;
    }
    if (x == 0) {
        number.bits = (uint32_t)(signbit(y) != 0) << 31 | 1;
        return number.value;
    } else {
        number.bits += (x < y) == (x > 0) ? 1 : -(uint32_t)1;
    }
    if (isinf(number.value) || fabsf(number.value) < 0x1p-126f) {
        errno = ERANGE;
    }
    return number.value;
}

long double nextafterl(long double x, long double y)
{
    union long_double_bits number = {x};

    if (isnan(x) || isnan(y)) {
        return x + y;
    }
    if (x == y) {
        return y;
    }
    if (x == 0) {
        number.bits[0] = 1;
        number.bits[1] = (uint64_t)(signbit(y) != 0) << 63;
        return number.value;
    } else if ((x < y) == (x > 0)) {
        number.bits[0]++;
        number.bits[1] += number.bits[0] == 0;
    } else {
        number.bits[1] -= number.bits[0] == 0;
        number.bits[0]--;
    }
    if (isinf(number.value) || fabsl(number.value) < 0x1p-16382L) {
        errno = ERANGE;
    }
    return number.value;
}
