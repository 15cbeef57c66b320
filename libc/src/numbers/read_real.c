/*
 * read_real.c: from the spelling of a floating-point number to the number. C17 7.22.1.3p3-p5.
 *
 * Digits are gathered nine to a limb (decimal.h); then the number is scaled by a power of two until
 * its whole part has all bits of the significand, and two more to round by.
 */
#include <ctype.h>
#include <stdio.h>

#include "../internal/decimal.h"
#include "../internal/integer.h"
#include "../internal/read_real.h"

/* More than any exponent that matters, and any count of digits that fits into memory. */
enum { EXPONENT_LIMIT = 1000000000 };

/* A reading under way. */
struct reader {
    struct characters *characters;
    const struct real_format *format;
    int c;      /* the character looked at, not yet accepted */
    long count; /* accepted characters */
    long used;  /* of them, those that spell a number */
    struct real number;
    bool is_more;
};

static void accept(struct reader *reader)
{
    reader->count++;
    reader->c = reader->characters->next(reader->characters);
}

/* Accepts the letters of a word that come, in either case. Returns whether all of them did. */
static bool accept_word(struct reader *reader, const char *word)
{
    while (*word != '\0' && tolower(reader->c) == *word) {
        accept(reader);
        word++;
    }
    return *word == '\0';
}

/* ---- Infinities and NaNs ---- */

static void read_infinity(struct reader *reader)
{
    if (accept_word(reader, "inf")) {
        reader->number.kind = REAL_INFINITE;
        reader->used = reader->count;
        if (accept_word(reader, "inity")) {
            reader->used = reader->count;
        }
    }
}

/* NAN or NAN(characters); what stands in the brackets is for the implementation, and ignored. */
static void read_nan(struct reader *reader)
{
    if (!accept_word(reader, "nan")) {
        return;
    }
    reader->number.kind = REAL_NAN;
    reader->used = reader->count;
    if (reader->c == '(') {
        do {
            accept(reader);
        } while (isalnum(reader->c) || reader->c == '_');
        if (reader->c == ')') {
            accept(reader);
            reader->used = reader->count;
        }
    }
}

/* ---- Exponents ---- */

/* Reads an exponent behind its letter, if there is one. What has no digits is none. */
static long read_exponent(struct reader *reader, char letter)
{
    bool is_negative = false;
    long value = 0;

    reader->used = reader->count;
    if (tolower(reader->c) != letter) {
        return 0;
    }
    accept(reader);
    if (reader->c == '+' || reader->c == '-') {
        is_negative = reader->c == '-';
        accept(reader);
    }
    while (isdigit(reader->c)) {
        value = value < EXPONENT_LIMIT ? value * 10 + (reader->c - '0') : value;
        accept(reader);
        reader->used = reader->count;
    }
    return is_negative ? -value : value;
}

static long limited(long value, long limit)
{
    return value > limit ? limit : value < -limit ? -limit : value;
}

/* ---- Hexadecimal ---- */

static void read_hexadecimal(struct reader *reader)
{
    struct wide significand = {0, 0};
    bool any = false;
    bool has_point = false;
    long exponent = 0;

    for (;; accept(reader)) {
        int digit = __cutaway_digit(reader->c);

        if (reader->c == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (digit >= 16) {
            break;
        }
        any = true;
        if (significand.high >> 59 == 0) {
            significand = __cutaway_wide_multiply(significand, 16, (uint64_t)digit);
            exponent -= has_point ? 4 : 0;
        } else {
            reader->is_more = reader->is_more || digit != 0;
            exponent += has_point ? 0 : 4;
        }
    }
    if (any) {
        exponent += read_exponent(reader, 'p');
        reader->number.significand = significand;
        reader->number.exponent = (int)limited(exponent, EXPONENT_LIMIT);
    }
}

/* ---- Decimal ---- */

/* Digits, gathered. */
struct digits {
    struct decimal *decimal;
    int count; /* of limbs, the one under way included */
    int filled; /* digits of the limb under way; 9 when there is none */
    long power; /* the number is  0.DIGITS * 10^power */
    bool any;
    bool has_point;
};

static void gather(struct digits *digits, int digit)
{
    struct decimal *decimal = digits->decimal;
    bool is_leading = digits->count == 0 && digit == 0;

    digits->any = true;
    digits->power += digits->has_point ? (is_leading ? -1 : 0) : (is_leading ? 0 : 1);
    if (is_leading) {
        return;
    }
    if (digits->filled == DECIMAL_DIGITS) {
        if (digits->count == decimal->size) {
            decimal->is_more = decimal->is_more || digit != 0;
            return;
        }
        decimal->limbs[digits->count++] = 0;
        digits->filled = 0;
    }
    decimal->limbs[digits->count - 1] = decimal->limbs[digits->count - 1] * 10 + (uint32_t)digit;
    digits->filled++;
}

static void gather_all(struct reader *reader, struct digits *digits)
{
    for (;; accept(reader)) {
        if (reader->c == '.' && !digits->has_point) {
            digits->has_point = true;
        } else if (isdigit(reader->c)) {
            gather(digits, reader->c - '0');
        } else {
            break;
        }
    }
    for (; digits->filled < DECIMAL_DIGITS; digits->filled++) {
        digits->decimal->limbs[digits->count - 1] *= 10;
    }
}

/* From a decimal number to a binary one that has two bits more than the format. */
static void make_binary(struct reader *reader, struct decimal *decimal)
{
    int wanted = reader->format->precision + 2;
    int least = __cutaway_exponent_min(reader->format) - 2;
    /* 10^top <= number, and log2(10) is 3.32193. */
    int bits = (int)(__cutaway_decimal_top(decimal) * 332193L / 100000) + 1;
    int shift = wanted - bits < -least ? wanted - bits : -least;
    struct wide whole;
    int more;

    __cutaway_decimal_scale(decimal, shift);
    /* Now the bits can be counted. */
    more = wanted - __cutaway_wide_bits(__cutaway_decimal_whole(decimal));
    more = more < -least - shift ? more : -least - shift;
    __cutaway_decimal_scale(decimal, more);
    shift += more;
    whole = __cutaway_decimal_whole(decimal);
    reader->number.significand = whole;
    reader->number.exponent = -shift;
    reader->is_more = __cutaway_decimal_has_fraction(decimal);
}

/* `power_max`: for greater powers of ten, and lesser than its opposite, there are no numbers. */
static void read_decimal(struct reader *reader, struct decimal decimal, int power_max)
{
    bool any = reader->count > 0 && reader->used == reader->count;
    struct digits digits = {&decimal, 0, DECIMAL_DIGITS, 0, any, false};
    long power;

    gather_all(reader, &digits);
    if (!digits.any) {
        return;
    }
    power = read_exponent(reader, 'e') + digits.power;
    if (digits.count == 0) {
        return;
    }
    if (power > power_max || power < -power_max) {
        /* Far beyond the format's numbers: any significand does. */
        reader->number.significand = (struct wide){0, 1};
        reader->number.exponent = power > 0 ? EXPONENT_LIMIT : -EXPONENT_LIMIT;
        return;
    }
    __cutaway_decimal_place(&decimal, digits.count, (int)power);
    make_binary(reader, &decimal);
}

static void read_double(struct reader *reader)
{
    uint32_t limbs[DOUBLE_LIMBS];

    read_decimal(reader, __cutaway_decimal(limbs, DOUBLE_LIMBS, DOUBLE_POINT), 340);
}

static void read_long_double(struct reader *reader)
{
    uint32_t limbs[LONG_DOUBLE_LIMBS];

    read_decimal(reader, __cutaway_decimal(limbs, LONG_DOUBLE_LIMBS, LONG_DOUBLE_POINT), 4970);
}

struct spelled_real __cutaway_read_real(struct characters *characters,
                                        const struct real_format *format)
{
    struct reader reader = {characters, format, characters->next(characters), 0, 0,
                            {REAL_FINITE, false, {0, 0}, 0, format}, false};

    if (reader.c == '+' || reader.c == '-') {
        reader.number.negative = reader.c == '-';
        accept(&reader);
    }
    if (tolower(reader.c) == 'i') {
        read_infinity(&reader);
    } else if (tolower(reader.c) == 'n') {
        read_nan(&reader);
    } else {
        if (reader.c == '0') {
            accept(&reader);
            reader.used = reader.count;
        }
        if (reader.used > 0 && tolower(reader.c) == 'x') {
            accept(&reader);
            read_hexadecimal(&reader);
        } else if (format == &__cutaway_binary128) {
            read_long_double(&reader);
        } else {
            read_double(&reader);
        }
    }
    reader.number.negative = reader.number.negative && reader.used > 0;
    return (struct spelled_real){reader.number, reader.is_more, reader.used, reader.count,
                                 reader.c};
}

/* The characters of a string. */
struct string_characters {
    struct characters characters; /* first, so that a pointer to it is one to the whole */
    const char *next;
};

static int next_of_string(struct characters *characters)
{
    struct string_characters *string = (struct string_characters *)characters;

    return *string->next == '\0' ? EOF : (unsigned char)*string->next++;
}

struct spelled_real __cutaway_read_real_string(const char *string, const char **end,
                                               const struct real_format *format)
{
    struct string_characters characters = {{next_of_string}, string};
    struct spelled_real spelled;
    const char *start;

    while (isspace((unsigned char)*characters.next)) {
        characters.next++;
    }
    start = characters.next;
    spelled = __cutaway_read_real(&characters.characters, format);
    *end = spelled.used > 0 ? start + spelled.used : string;
    return spelled;
}
