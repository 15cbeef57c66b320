/* signbit.c: the sign, also of zeros, infinities and NaNs. C17 7.12.3.6. */
#include <math.h>

#include "../internal/float_bits.h"
#include "../internal/quad.h"

int __signbitf(float x)
{
    union float_bits it = {x};

    return (it.bits & FLOAT_SIGN) != 0;
}

int __signbit(double x)
{
    union double_bits it = {x};

    return (it.bits & DOUBLE_SIGN) != 0;
}

int __signbitl(long double x)
{
    union quad it = {x};

    return it.bits.high >> 63 != 0;
}
