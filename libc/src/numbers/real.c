/* real.c: floating-point numbers taken apart and put together. IEEE 754-2008 3.4. */
#include <errno.h>
#include <string.h>

#include "../internal/real.h"

const struct real_format __cutaway_binary32 = {24, 128};
const struct real_format __cutaway_binary64 = {53, 1024};
const struct real_format __cutaway_binary128 = {113, 16384};

int __cutaway_exponent_min(const struct real_format *format)
{
    return 3 - format->exponent_max - format->precision;
}

/* Takes a representation without its sign apart. */
static struct real take(struct wide bits, bool negative, const struct real_format *format)
{
    int fraction_bits = format->precision - 1;
    int biased = (int)__cutaway_wide_right(bits, fraction_bits).low;
    struct wide hidden = __cutaway_wide_left((struct wide){0, (uint64_t)biased}, fraction_bits);
    struct real number = {REAL_FINITE, negative, bits, __cutaway_exponent_min(format), format};

    number.significand.high -= hidden.high;
    number.significand.low -= hidden.low;
    if (biased == 2 * format->exponent_max - 1) {
        bool is_infinite = number.significand.high == 0 && number.significand.low == 0;

        number.kind = is_infinite ? REAL_INFINITE : REAL_NAN;
    } else if (biased != 0) {
        struct wide one = __cutaway_wide_left((struct wide){0, 1}, fraction_bits);

        number.significand.high |= one.high;
        number.significand.low |= one.low;
        number.exponent += biased - 1;
    }
    return number;
}

struct real __cutaway_take_double(double value)
{
    uint64_t bits;

    memcpy(&bits, &value, sizeof bits);
    return take((struct wide){0, bits & (UINT64_MAX >> 1)}, bits >> 63 != 0, &__cutaway_binary64);
}

struct real __cutaway_take_long_double(long double value)
{
    uint64_t bits[2];

    memcpy(bits, &value, sizeof bits);
    return take((struct wide){bits[1] & (UINT64_MAX >> 1), bits[0]}, bits[1] >> 63 != 0,
                &__cutaway_binary128);
}

/* Shifts right by a positive count, and says what is lost: half of a unit, and less than that. */
static struct wide shift_out(struct wide value, int count, bool *half, bool *less)
{
    struct wide kept = __cutaway_wide_right(value, count);
    struct wide back = __cutaway_wide_left(kept, count);
    struct wide lost = {value.high - back.high - (value.low < back.low), value.low - back.low};
    struct wide middle = __cutaway_wide_left((struct wide){0, 1}, count - 1);

    if (count > 128) {
        *half = false;
        *less = value.high != 0 || value.low != 0;
        return kept;
    }
    *half = (lost.high & middle.high) != 0 || (lost.low & middle.low) != 0;
    *less = (lost.high & ~middle.high) != 0 || (lost.low & ~middle.low) != 0;
    return kept;
}

static bool at_least(struct wide a, struct wide b)
{
    return a.high > b.high || (a.high == b.high && a.low >= b.low);
}

struct rounded __cutaway_round(struct real number, bool is_more, const struct real_format *format)
{
    int fraction_bits = format->precision - 1;
    int least = __cutaway_exponent_min(format);
    int bits = __cutaway_wide_bits(number.significand);
    int unit = number.exponent + bits - format->precision;
    struct wide infinite = {0, (uint64_t)(2 * format->exponent_max - 1)};
    struct wide field;
    struct rounded result = {{0, 0}, is_more, false, true};
    bool half = false;
    bool less = false;

    infinite = __cutaway_wide_left(infinite, fraction_bits);
    if (bits == 0) {
        return result;
    }
    if (unit > format->exponent_max) {
        return (struct rounded){infinite, true, true, false};
    }
    result.is_tiny = unit < least;
    unit = result.is_tiny ? least : unit;
    if (unit > number.exponent) {
        result.bits = shift_out(number.significand, unit - number.exponent, &half, &less);
    } else {
        result.bits = __cutaway_wide_left(number.significand, number.exponent - unit);
    }
    less = less || is_more;
    result.inexact = half || less;
    /* The exponent's field is above the significand, whose highest bit, and a carry, add to it. */
    field = __cutaway_wide_left((struct wide){0, (uint64_t)(unit - least)}, fraction_bits);
    if (half && (less || (result.bits.low & 1) != 0)) {
        result.bits.low++;
        result.bits.high += result.bits.low == 0;
    }
    result.bits.low += field.low;
    result.bits.high += field.high + (result.bits.low < field.low);
    if (at_least(result.bits, infinite)) {
        return (struct rounded){infinite, true, true, false};
    }
    return result;
}

/* Rounds a number of any kind. */
static struct wide representation(struct real number, bool is_more,
                                  const struct real_format *format)
{
    struct wide infinite = {0, (uint64_t)(2 * format->exponent_max - 1)};
    struct wide quiet = __cutaway_wide_left((struct wide){0, 1}, format->precision - 2);
    struct rounded rounded;

    infinite = __cutaway_wide_left(infinite, format->precision - 1);
    switch (number.kind) {
    case REAL_INFINITE:
        return infinite;
    case REAL_NAN:
        return (struct wide){infinite.high | quiet.high, infinite.low | quiet.low};
    default:
        rounded = __cutaway_round(number, is_more, format);
        if (rounded.overflows || (rounded.is_tiny && rounded.inexact)) {
            errno = ERANGE;
        }
        return rounded.bits;
    }
}

float __cutaway_make_float(struct real number, bool is_more)
{
    struct wide bits = representation(number, is_more, &__cutaway_binary32);
    uint32_t pattern = (uint32_t)bits.low | (uint32_t)number.negative << 31;
    float value;

    memcpy(&value, &pattern, sizeof value);
    return value;
}

double __cutaway_make_double(struct real number, bool is_more)
{
    struct wide bits = representation(number, is_more, &__cutaway_binary64);
    uint64_t pattern = bits.low | (uint64_t)number.negative << 63;
    double value;

    memcpy(&value, &pattern, sizeof value);
    return value;
}

static long double long_double_of(struct wide bits, bool negative)
{
    uint64_t pattern[2] = {bits.low, bits.high | (uint64_t)negative << 63};
    long double value;

    memcpy(&value, pattern, sizeof value);
    return value;
}

long double __cutaway_put_long_double(struct real number)
{
    struct rounded rounded = __cutaway_round(number, false, &__cutaway_binary128);

    return long_double_of(rounded.bits, number.negative);
}

long double __cutaway_make_long_double(struct real number, bool is_more)
{
    struct wide bits = representation(number, is_more, &__cutaway_binary128);

    return long_double_of(bits, number.negative);
}
