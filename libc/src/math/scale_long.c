/* scale_long.c: products of long doubles with powers of two. */
#include <math.h>

#include "../internal/real.h"
#include "../internal/scale.h"

long double __cutaway_scale_long(long double x, int power)
{
    struct real number = __cutaway_take_long_double(x);

    if (number.kind != REAL_FINITE) {
        return x + x;
    }
    power = power > 40000 ? 40000 : power < -40000 ? -40000 : power;
    number.exponent += power;
    return __cutaway_put_long_double(number);
}
