/* wide.c: unsigned numbers of 128 bits. */
#include "../internal/quad.h"

struct wide __cutaway_shift_left(struct wide digits, int count)
{
    struct wide shifted = {0, 0};

    if (count == 0) {
        return digits;
    }
    if (count < 64) {
        shifted.high = digits.high << count | digits.low >> (64 - count);
        shifted.low = digits.low << count;
    } else if (count < 128) {
        shifted.high = digits.low << (count - 64);
    }
    return shifted;
}

struct wide __cutaway_shift_right(struct wide digits, int count)
{
    struct wide shifted = {0, 0};

    if (count == 0) {
        return digits;
    }
    if (count < 64) {
        shifted.high = digits.high >> count;
        shifted.low = digits.low >> count | digits.high << (64 - count);
    } else if (count < 128) {
        shifted.low = digits.high >> (count - 64);
    }
    return shifted;
}

struct wide __cutaway_shift_right_sticky(struct wide digits, int count)
{
    struct wide shifted = __cutaway_shift_right(digits, count);
    struct wide lost = __cutaway_shift_left(digits, count < 128 ? 128 - count : 0);

    if (count > 0 && (lost.high | lost.low) != 0) {
        shifted.low |= 1;
    }
    return shifted;
}

struct wide __cutaway_wide_add(struct wide a, struct wide b)
{
    struct wide sum = {a.high + b.high, a.low + b.low};

    sum.high += sum.low < a.low;
    return sum;
}

struct wide __cutaway_wide_subtract(struct wide a, struct wide b)
{
    struct wide difference = {a.high - b.high - (a.low < b.low), a.low - b.low};

    return difference;
}

int __cutaway_wide_order(struct wide a, struct wide b)
{
    if (a.high != b.high) {
        return a.high < b.high ? -1 : 1;
    }
    return a.low == b.low ? 0 : a.low < b.low ? -1 : 1;
}
