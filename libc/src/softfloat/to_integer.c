/* to_integer.c: to integers, the fraction discarded. C17 6.3.1.4p1. What does not fit, which C leaves
 * undefined, becomes the nearest integer of the type, and a NaN the largest or least by its sign. */
#include <limits.h>

#include "../internal/quad.h"

/* The whole part of a magnitude; limit if it is larger. */
static unsigned long whole(struct real number, unsigned long limit)
{
    unsigned long magnitude;

    if (number.kind == QUAD_ZERO || (number.kind == QUAD_FINITE && number.exponent < 0)) {
        return 0;
    }
    if (number.kind != QUAD_FINITE || number.exponent > 63) {
        return limit;
    }
    magnitude = __cutaway_shift_right(number.digits, 126 - number.exponent).low;
    return magnitude < limit ? magnitude : limit;
}

/* most is the largest value of the type; the least one has a magnitude larger by one. */
static long to_signed(long double number, unsigned long most)
{
    struct real real = __cutaway_unpack(number);

    return real.negative ? (long)-whole(real, most + 1) : (long)whole(real, most);
}

static unsigned long to_unsigned(long double number, unsigned long most)
{
    struct real real = __cutaway_unpack(number);

    return real.negative ? 0 : whole(real, most);
}

int __fixtfsi(long double number)
{
    return (int)to_signed(number, INT_MAX);
}

long __fixtfdi(long double number)
{
    return to_signed(number, LONG_MAX);
}

unsigned int __fixunstfsi(long double number)
{
    return (unsigned int)to_unsigned(number, UINT_MAX);
}

unsigned long __fixunstfdi(long double number)
{
    return to_unsigned(number, ULONG_MAX);
}
