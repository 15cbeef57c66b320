/* from_integer.c: from integers, exact. C17 6.3.1.4p2. */
#include "../internal/quad.h"

static long double from_magnitude(bool negative, unsigned long magnitude)
{
    struct wide digits = {0, magnitude};

    return __cutaway_pack(__cutaway_normalize(negative, 126, digits));
}

long double __floatsitf(int number)
{
    return __floatditf(number);
}

long double __floatditf(long number)
{
    return from_magnitude(number < 0, number < 0 ? -(unsigned long)number : (unsigned long)number);
}

long double __floatunsitf(unsigned int number)
{
    return from_magnitude(false, number);
}

long double __floatunditf(unsigned long number)
{
    return from_magnitude(false, number);
}
