/*
 * shift.c: shifts of numbers of 128 bits by a count that is not known before, under the names that compilers
 * call (GCC internals, "Integer library routines").
 */
#include "../internal/quad.h"

static struct wide halves(unsigned __int128 value)
{
    struct wide digits = {(unsigned long)(value >> 64), (unsigned long)value};

    return digits;
}

static unsigned __int128 whole(struct wide digits)
{
    return (unsigned __int128)digits.high << 64 | digits.low;
}

__int128 __ashlti3(__int128 value, int count)
{
    return (__int128)whole(__cutaway_shift_left(halves((unsigned __int128)value), count & 127));
}

unsigned __int128 __lshrti3(unsigned __int128 value, int count)
{
    return whole(__cutaway_shift_right(halves(value), count & 127));
}

/* Of a negative number the complement is shifted, so that ones come in. */
__int128 __ashrti3(__int128 value, int count)
{
    unsigned __int128 bits = (unsigned __int128)value;

    return (__int128)(value < 0 ? ~__lshrti3(~bits, count) : __lshrti3(bits, count));
}
