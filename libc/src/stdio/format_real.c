/*
 * format_real.c: floating-point numbers in characters, exact and correctly rounded. C17 7.21.6.1p8.
 *
 * A number is made decimal whole (decimal.h), rounded once, and spelled from there.
 */
#include <stdio.h>
#include <string.h>

#include "../internal/decimal.h"
#include "../internal/format_real.h"

/* An exponent with its letter and sign: e+4932, p-16494. */
struct exponent {
    char characters[8];
    int count;
};

static struct exponent spell_exponent(char letter, int value, int digits_min)
{
    struct exponent spelled = {{letter, value < 0 ? '-' : '+'}, 2};
    char digits[6];
    int count = 0;

    value = value < 0 ? -value : value;
    for (; value > 0 || count < digits_min; value /= 10) {
        digits[count++] = (char)('0' + value % 10);
    }
    while (count > 0) {
        spelled.characters[spelled.count++] = digits[--count];
    }
    return spelled;
}

/* ---- Decimal ---- */

/* Spells the digits for 10^high down to 10^low. */
static void put_digits(const struct decimal *decimal, int high, int low, struct real_sink *sink)
{
    while (high >= low) {
        int whole = high >= 0 ? high / DECIMAL_DIGITS : -((8 - high) / DECIMAL_DIGITS);
        int limb_low = whole * DECIMAL_DIGITS;
        int last = low > limb_low ? low : limb_low;
        int index = decimal->point - 1 - whole;
        char digits[DECIMAL_DIGITS];

        if (index >= decimal->end) {
            sink->put_zeros(sink, (long)high - low + 1);
            return;
        }
        __cutaway_decimal_spell(decimal, index, digits);
        sink->put(sink, digits + (limb_low + DECIMAL_DIGITS - 1 - high), (size_t)(high - last + 1));
        high = last - 1;
    }
}

/* Spells  digits . digits,  the first digit for 10^high, with so many digits behind the point. */
static void put_fixed(const struct decimal *decimal, int high, int point, int precision,
                      bool has_point, struct real_sink *sink)
{
    put_digits(decimal, high, point, sink);
    if (has_point) {
        sink->put(sink, ".", 1);
    }
    put_digits(decimal, point - 1, point - precision, sink);
}

static void put_f(const struct decimal *decimal, int precision, bool has_point,
                  struct real_sink *sink)
{
    int top = __cutaway_decimal_is_zero(decimal) ? 0 : __cutaway_decimal_top(decimal);
    int high = top > 0 ? top : 0;

    sink->begin(sink, (long)high + 1 + has_point + precision, "");
    put_fixed(decimal, high, 0, precision, has_point, sink);
}

static void put_e(const struct decimal *decimal, int precision, bool has_point, char letter,
                  struct real_sink *sink)
{
    int top = __cutaway_decimal_is_zero(decimal) ? 0 : __cutaway_decimal_top(decimal);
    struct exponent exponent = spell_exponent(letter, top, 2);

    sink->begin(sink, 1L + has_point + precision + exponent.count, "");
    put_fixed(decimal, top, top, precision, has_point, sink);
    sink->put(sink, exponent.characters, (size_t)exponent.count);
}

/* The style e or f, whichever suits the size; zeros at the end are left out. */
static void put_g(struct decimal *decimal, int precision, bool alternate, char letter,
                  struct real_sink *sink)
{
    int top = 0;
    int bottom = 0;

    precision = precision == 0 ? 1 : precision;
    if (!__cutaway_decimal_is_zero(decimal)) {
        __cutaway_decimal_round(decimal, __cutaway_decimal_top(decimal) - precision + 1);
        top = __cutaway_decimal_top(decimal);
        bottom = __cutaway_decimal_bottom(decimal);
    }
    if (top >= -4 && top < precision) {
        int behind = alternate ? precision - 1 - top : bottom < 0 ? -bottom : 0;

        put_f(decimal, behind, behind > 0 || alternate, sink);
    } else {
        int behind = alternate ? precision - 1 : top - bottom;

        put_e(decimal, behind, behind > 0 || alternate, letter, sink);
    }
}

static void put_decimal(struct real number, struct real_style style, struct decimal *decimal,
                        struct real_sink *sink)
{
    int precision = style.precision < 0 ? 6 : style.precision;
    bool has_point = precision > 0 || style.alternate;
    char letter = style.specifier >= 'a' ? 'e' : 'E';

    __cutaway_decimal_set(decimal, number.significand);
    __cutaway_decimal_scale(decimal, number.exponent);
    switch (style.specifier) {
    case 'f':
    case 'F':
        __cutaway_decimal_round(decimal, -precision);
        put_f(decimal, precision, has_point, sink);
        break;
    case 'e':
    case 'E':
        if (!__cutaway_decimal_is_zero(decimal)) {
            __cutaway_decimal_round(decimal, __cutaway_decimal_top(decimal) - precision);
        }
        put_e(decimal, precision, has_point, letter, sink);
        break;
    default:
        put_g(decimal, precision, style.alternate, letter, sink);
        break;
    }
}

static void put_double(struct real number, struct real_style style, struct real_sink *sink)
{
    uint32_t limbs[DOUBLE_LIMBS];
    struct decimal decimal = __cutaway_decimal(limbs, DOUBLE_LIMBS, DOUBLE_POINT);

    put_decimal(number, style, &decimal, sink);
}

static void put_long_double(struct real number, struct real_style style, struct real_sink *sink)
{
    uint32_t limbs[LONG_DOUBLE_LIMBS];
    struct decimal decimal = __cutaway_decimal(limbs, LONG_DOUBLE_LIMBS, LONG_DOUBLE_POINT);

    put_decimal(number, style, &decimal, sink);
}

/* ---- Hexadecimal ---- */

/* Rounds to so many hexadecimal digits behind the point, of which there are `digits`. */
static void round_hexadecimal(struct real *number, int digits, int precision)
{
    int lost = 4 * (digits - precision);
    struct wide kept = __cutaway_wide_right(number->significand, lost);
    struct wide back = __cutaway_wide_left(kept, lost);
    struct wide half = __cutaway_wide_left((struct wide){0, 1}, lost - 1);
    struct wide rest = {number->significand.high - back.high, number->significand.low - back.low};
    bool is_half = rest.high == half.high && rest.low == half.low;
    bool is_more = rest.high > half.high || (rest.high == half.high && rest.low > half.low);

    if (is_more || (is_half && (kept.low & 1) != 0)) {
        struct wide unit = __cutaway_wide_left((struct wide){0, 1}, lost);

        back.low += unit.low;
        back.high += unit.high + (back.low < unit.low);
    }
    number->significand = back;
}

static void put_hexadecimal(struct real number, struct real_style style, struct real_sink *sink)
{
    bool is_upper = style.specifier == 'A';
    const char *alphabet = is_upper ? "0123456789ABCDEF" : "0123456789abcdef";
    int fraction_bits = number.format->precision - 1;
    int digits = fraction_bits / 4;
    bool is_zero = number.significand.high == 0 && number.significand.low == 0;
    int power = is_zero ? 0 : number.exponent + fraction_bits;
    struct exponent exponent = spell_exponent(is_upper ? 'P' : 'p', power, 1);
    char spelled[32];
    int count = 0;
    int precision;
    bool has_point;
    int i;

    if (style.precision >= 0 && style.precision < digits) {
        round_hexadecimal(&number, digits, style.precision);
    }
    for (i = digits; i >= 0; i--) {
        struct wide shifted = __cutaway_wide_right(number.significand, 4 * i);

        spelled[digits - i] = alphabet[shifted.low & (i == digits ? 3 : 15)];
        count = spelled[digits - i] != '0' ? digits - i : count;
    }
    precision = style.precision < 0 ? count : style.precision;
    has_point = precision > 0 || style.alternate;
    sink->begin(sink, 3L + has_point + precision + exponent.count, is_upper ? "0X" : "0x");
    sink->put(sink, spelled, 1);
    if (has_point) {
        sink->put(sink, ".", 1);
    }
    sink->put(sink, spelled + 1, (size_t)(precision < digits ? precision : digits));
    sink->put_zeros(sink, precision < digits ? 0 : (long)precision - digits);
    sink->put(sink, exponent.characters, (size_t)exponent.count);
}

void __cutaway_format_real(struct real number, struct real_style style, struct real_sink *sink)
{
    if (style.specifier == 'a' || style.specifier == 'A') {
        put_hexadecimal(number, style, sink);
    } else if (number.format == &__cutaway_binary64) {
        put_double(number, style, sink);
    } else {
        put_long_double(number, style, sink);
    }
}
