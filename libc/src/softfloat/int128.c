/* int128.c: conversions between long double and integers of 128 bits. C17 6.3.1.4. What does not fit, which C
 * leaves undefined, loses its high bits. */
#include "../internal/quad.h"

static long double from_magnitude(bool negative, unsigned __int128 magnitude)
{
    struct wide digits = {(unsigned long)(magnitude >> 64), (unsigned long)magnitude};

    return __cutaway_pack(__cutaway_normalize(negative, 126, digits));
}

long double __floattitf(__int128 number)
{
    bool negative = number < 0;

    return from_magnitude(negative, negative ? -(unsigned __int128)number : (unsigned __int128)number);
}

long double __floatuntitf(unsigned __int128 number)
{
    return from_magnitude(false, number);
}

/* The whole part of a magnitude. */
static unsigned __int128 whole(struct real number)
{
    struct wide digits;

    if (number.kind != QUAD_FINITE || number.exponent < 0) {
        return 0;
    }
    digits = number.exponent > 126 ? __cutaway_shift_left(number.digits, number.exponent - 126)
                                   : __cutaway_shift_right(number.digits, 126 - number.exponent);
    return (unsigned __int128)digits.high << 64 | digits.low;
}

__int128 __fixtfti(long double number)
{
    struct real real = __cutaway_unpack(number);

    return (__int128)(real.negative ? -whole(real) : whole(real));
}

unsigned __int128 __fixunstfti(long double number)
{
    return whole(__cutaway_unpack(number));
}
