/*
 * format.c: the engine of the printf family. C17 7.21.6.1.
 *
 * A conversion specification is  % flags width .precision length specifier.  Integers are converted
 * backwards into a small array, then laid out as: spaces, sign or prefix, zeros, digits, spaces.
 */
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "../internal/format.h"
#include "../internal/format_real.h"
#include "../internal/format_wide.h"

/* One formatting under way. */
struct formatter {
    struct sink *sink;
    va_list arguments;
    size_t count; /* characters put so far */
    bool failed;
};

enum length { LENGTH_NONE, LENGTH_CHAR, LENGTH_SHORT, LENGTH_LONG, LENGTH_LONG_DOUBLE };

/* A conversion specification, read. */
struct specification {
    bool left;      /* flag - */
    bool plus;      /* flag + */
    bool space;     /* flag space */
    bool alternate; /* flag # */
    bool zero;      /* flag 0 */
    int width;
    int precision; /* -1: none given */
    enum length length;
    char specifier;
};

/* What bytes count for: themselves, or the characters that begin among them. */
static size_t extent(const struct formatter *formatter, const char *bytes, size_t count)
{
    return formatter->sink->wide ? __cutaway_count_characters(bytes, count) : count;
}

static void put(struct formatter *formatter, const char *characters, size_t count)
{
    if (!formatter->failed && count > 0) {
        formatter->failed = !formatter->sink->put(formatter->sink, characters, count);
    }
    formatter->count += extent(formatter, characters, count);
}

static void put_repeated(struct formatter *formatter, char c, long count)
{
    for (; count > 0; count--) {
        put(formatter, &c, 1);
    }
}

/* ---- Reading a specification ---- */

static const char *read_flags(const char *format, struct specification *spec)
{
    for (;; format++) {
        switch (*format) {
        case '-':
            spec->left = true;
            break;
        case '+':
            spec->plus = true;
            break;
        case ' ':
            spec->space = true;
            break;
        case '#':
            spec->alternate = true;
            break;
        case '0':
            spec->zero = true;
            break;
        case '\'': /* POSIX: part the thousands, which the C locale does not */
            break;
        default:
            return format;
        }
    }
}

/* Reads digits, or takes an argument for `*`. */
static const char *read_count(const char *format, struct formatter *formatter, int *count)
{
    if (*format == '*') {
        *count = va_arg(formatter->arguments, int);
        return format + 1;
    }
    *count = 0;
    while (isdigit(*format)) {
        int digit = *format++ - '0';

        *count = *count > (INT_MAX - digit) / 10 ? INT_MAX : *count * 10 + digit;
    }
    return format;
}

static const char *read_length(const char *format, struct specification *spec)
{
    switch (*format) {
    case 'h':
        spec->length = format[1] == 'h' ? LENGTH_CHAR : LENGTH_SHORT;
        return format + (format[1] == 'h' ? 2 : 1);
    case 'l': /* long and long long are the same on lp64 */
        spec->length = LENGTH_LONG;
        return format + (format[1] == 'l' ? 2 : 1);
    case 'j':
    case 'z':
    case 't':
        spec->length = LENGTH_LONG;
        return format + 1;
    case 'L':
        spec->length = LENGTH_LONG_DOUBLE;
        return format + 1;
    default:
        return format;
    }
}

/* Reads what follows the percent sign. Returns the place after it. */
static const char *read_specification(const char *format, struct formatter *formatter,
                                      struct specification *spec)
{
    format = read_flags(format, spec);
    format = read_count(format, formatter, &spec->width);
    if (spec->width < 0) {
        spec->left = true;
        spec->width = spec->width == INT_MIN ? INT_MAX : -spec->width;
    }
    if (*format == '.') {
        format = read_count(format + 1, formatter, &spec->precision);
    }
    format = read_length(format, spec);
    spec->specifier = *format;
    if (*format == 'C' || *format == 'S') { /* POSIX: as %lc and %ls */
        spec->specifier = *format == 'C' ? 'c' : 's';
        spec->length = LENGTH_LONG;
    }
    return *format == '\0' ? format : format + 1;
}

/* ---- Integers ---- */

static intmax_t signed_argument(struct formatter *formatter, enum length length)
{
    switch (length) {
    case LENGTH_CHAR:
        return (signed char)va_arg(formatter->arguments, int);
    case LENGTH_SHORT:
        return (short)va_arg(formatter->arguments, int);
    case LENGTH_LONG:
        return va_arg(formatter->arguments, long);
    default:
        return va_arg(formatter->arguments, int);
    }
}

static uintmax_t unsigned_argument(struct formatter *formatter, enum length length)
{
    switch (length) {
    case LENGTH_CHAR:
        return (unsigned char)va_arg(formatter->arguments, unsigned int);
    case LENGTH_SHORT:
        return (unsigned short)va_arg(formatter->arguments, unsigned int);
    case LENGTH_LONG:
        return va_arg(formatter->arguments, unsigned long);
    default:
        return va_arg(formatter->arguments, unsigned int);
    }
}

/* Lays out a magnitude in a base behind its sign or prefix. */
static void put_integer(struct formatter *formatter, const struct specification *spec,
                        uintmax_t magnitude, unsigned int base, const char *prefix)
{
    const char *alphabet = spec->specifier == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    char digits[22]; /* 64 bits in base 8 */
    char *first = digits + sizeof digits;
    long prefix_length = (long)strlen(prefix);
    long digit_count;
    long zeros;
    long spaces;

    for (; magnitude != 0; magnitude /= base) {
        *--first = alphabet[magnitude % base];
    }
    digit_count = digits + sizeof digits - first;
    zeros = (spec->precision < 0 ? 1 : spec->precision) - digit_count;
    if (base == 8 && spec->alternate && zeros <= 0 && !(digit_count > 0 && *first == '0')) {
        zeros = 1;
    }
    if (spec->zero && !spec->left && spec->precision < 0) {
        long filled = spec->width - prefix_length - digit_count;

        zeros = filled > zeros ? filled : zeros;
    }
    zeros = zeros < 0 ? 0 : zeros;
    spaces = spec->width - prefix_length - zeros - digit_count;
    put_repeated(formatter, ' ', spec->left ? 0 : spaces);
    put(formatter, prefix, (size_t)prefix_length);
    put_repeated(formatter, '0', zeros);
    put(formatter, first, (size_t)digit_count);
    put_repeated(formatter, ' ', spec->left ? spaces : 0);
}

static void put_signed(struct formatter *formatter, const struct specification *spec)
{
    intmax_t value = signed_argument(formatter, spec->length);
    uintmax_t magnitude = value < 0 ? -(uintmax_t)value : (uintmax_t)value;

    put_integer(formatter, spec, magnitude, 10,
                value < 0     ? "-"
                : spec->plus  ? "+"
                : spec->space ? " "
                              : "");
}

static void put_unsigned(struct formatter *formatter, const struct specification *spec)
{
    uintmax_t value = unsigned_argument(formatter, spec->length);
    bool prefixed = spec->alternate && value != 0;

    switch (spec->specifier) {
    case 'o':
        put_integer(formatter, spec, value, 8, "");
        break;
    case 'x':
        put_integer(formatter, spec, value, 16, prefixed ? "0x" : "");
        break;
    case 'X':
        put_integer(formatter, spec, value, 16, prefixed ? "0X" : "");
        break;
    default:
        put_integer(formatter, spec, value, 10, "");
        break;
    }
}

/* ---- Floating-point numbers ---- */

/* The field of a number whose characters come one after the other. */
struct real_field {
    struct real_sink sink; /* first, so that a pointer to it is one to the whole */
    struct formatter *formatter;
    const struct specification *spec;
    const char *sign;
    long spaces; /* behind it */
};

static void begin_real(struct real_sink *sink, long length, const char *prefix)
{
    struct real_field *field = (struct real_field *)sink;
    const struct specification *spec = field->spec;
    long fill = spec->width - length - (long)strlen(field->sign);

    field->spaces = spec->left ? fill : 0;
    put_repeated(field->formatter, ' ', spec->left || spec->zero ? 0 : fill);
    put(field->formatter, field->sign, strlen(field->sign));
    put(field->formatter, prefix, strlen(prefix));
    put_repeated(field->formatter, '0', spec->zero && !spec->left ? fill : 0);
}

static void put_real_characters(struct real_sink *sink, const char *characters, size_t count)
{
    put(((struct real_field *)sink)->formatter, characters, count);
}

static void put_real_zeros(struct real_sink *sink, long count)
{
    put_repeated(((struct real_field *)sink)->formatter, '0', count);
}

static void put_real(struct formatter *formatter, const struct specification *spec)
{
    struct real number = spec->length == LENGTH_LONG_DOUBLE
                             ? __cutaway_take_long_double(va_arg(formatter->arguments, long double))
                             : __cutaway_take_double(va_arg(formatter->arguments, double));
    struct real_style style = {spec->specifier, spec->precision, spec->alternate};
    const char *sign = number.negative ? "-" : spec->plus ? "+" : spec->space ? " " : "";
    struct specification plain = *spec;
    struct real_field field = {
        {begin_real, put_real_characters, put_real_zeros}, formatter, &plain, sign, 0};

    if (number.kind == REAL_FINITE) {
        __cutaway_format_real(number, style, &field.sink);
    } else {
        bool is_upper = spec->specifier < 'a';
        const char *nan = is_upper ? "NAN" : "nan";
        const char *infinity = is_upper ? "INF" : "inf";

        plain.zero = false;
        begin_real(&field.sink, 3, "");
        put(formatter, number.kind == REAL_NAN ? nan : infinity, 3);
    }
    put_repeated(formatter, ' ', field.spaces);
}

/* ---- The other conversions ---- */

/* Puts characters in a field of the given width. */
static void put_field(struct formatter *formatter, const struct specification *spec,
                      const char *characters, size_t count)
{
    long spaces = spec->width - (long)extent(formatter, characters, count);

    put_repeated(formatter, ' ', spec->left ? 0 : spaces);
    put(formatter, characters, count);
    put_repeated(formatter, ' ', spec->left ? spaces : 0);
}

/* Puts so many wide characters in a field; one that is none of Unicode's is a failure. */
static void put_wide(struct formatter *formatter, const struct specification *spec,
                     const wchar_t *characters, struct wide_extent wide)
{
    long spaces = spec->width - (long)(formatter->sink->wide ? wide.count : wide.size);

    if (!wide.valid) {
        errno = EILSEQ;
        formatter->failed = true;
        return;
    }
    put_repeated(formatter, ' ', spec->left ? 0 : spaces);
    for (size_t i = 0; i < wide.count; i++) {
        char bytes[MB_LEN_MAX];

        put(formatter, bytes, __cutaway_encode(bytes, (unsigned int)characters[i]));
    }
    put_repeated(formatter, ' ', spec->left ? spaces : 0);
}

static void put_wide_string(struct formatter *formatter, const struct specification *spec)
{
    const wchar_t *string = va_arg(formatter->arguments, const wchar_t *);
    size_t limit = spec->precision < 0 ? SIZE_MAX : (size_t)spec->precision;

    if (string == NULL) {
        put_field(formatter, spec, "(null)", limit >= 6 ? 6 : 0);
    } else {
        put_wide(formatter, spec, string,
                 __cutaway_measure_wide(string, limit, formatter->sink->wide));
    }
}

/* The length of a string that need not end within the limit. C17 7.21.6.1p8 s. */
static size_t length_within(const char *string, size_t limit)
{
    const char *end = memchr(string, '\0', limit);

    return end != NULL ? (size_t)(end - string) : limit;
}

static void put_string(struct formatter *formatter, const struct specification *spec)
{
    const char *string = va_arg(formatter->arguments, const char *);
    size_t limit = spec->precision < 0 ? SIZE_MAX : (size_t)spec->precision;

    if (string == NULL) {
        string = limit >= 6 ? "(null)" : "";
    }
    put_field(formatter, spec, string,
              formatter->sink->wide ? __cutaway_measure_characters(string, limit)
                                    : length_within(string, limit));
}

static void put_character(struct formatter *formatter, const struct specification *spec)
{
    int argument = va_arg(formatter->arguments, int);
    char c = (char)argument;

    if (spec->length == LENGTH_LONG) {
        put_wide(formatter, spec, &argument, __cutaway_measure_one(argument));
    } else {
        put_field(formatter, spec, &c, 1);
    }
}

static void put_pointer(struct formatter *formatter, const struct specification *spec)
{
    uintptr_t address = (uintptr_t)va_arg(formatter->arguments, void *);

    if (address == 0) {
        put_field(formatter, spec, "(nil)", 5);
    } else {
        put_integer(formatter, spec, address, 16, "0x");
    }
}

/* Tells the caller how many characters there were so far. */
static void store_count(struct formatter *formatter, enum length length)
{
    switch (length) {
    case LENGTH_CHAR:
        *va_arg(formatter->arguments, signed char *) = (signed char)formatter->count;
        break;
    case LENGTH_SHORT:
        *va_arg(formatter->arguments, short *) = (short)formatter->count;
        break;
    case LENGTH_LONG:
        *va_arg(formatter->arguments, long *) = (long)formatter->count;
        break;
    default:
        *va_arg(formatter->arguments, int *) = (int)formatter->count;
        break;
    }
}

/* Converts one argument. `start` is the place of the percent sign, `end` that after it all. */
static void convert(struct formatter *formatter, const struct specification *spec,
                    const char *start, const char *end)
{
    switch (spec->specifier) {
    case 'd':
    case 'i':
        put_signed(formatter, spec);
        break;
    case 'o':
    case 'u':
    case 'x':
    case 'X':
        put_unsigned(formatter, spec);
        break;
    case 'c':
        put_character(formatter, spec);
        break;
    case 's':
        if (spec->length == LENGTH_LONG) {
            put_wide_string(formatter, spec);
        } else {
            put_string(formatter, spec);
        }
        break;
    case 'p':
        put_pointer(formatter, spec);
        break;
    case 'n':
        store_count(formatter, spec->length);
        break;
    case '%':
        put(formatter, "%", 1);
        break;
    case 'a':
    case 'A':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        put_real(formatter, spec);
        break;
    default: /* undefined in C: it is shown as it was written */
        put(formatter, start, (size_t)(end - start));
        break;
    }
}

int __cutaway_format(struct sink *sink, const char *format, va_list arguments)
{
    struct formatter formatter = {.sink = sink};

    va_copy(formatter.arguments, arguments);
    while (*format != '\0') {
        size_t plain = strcspn(format, "%");

        put(&formatter, format, plain);
        format += plain;
        if (*format == '%') {
            struct specification spec = {.precision = -1};
            const char *end = read_specification(format + 1, &formatter, &spec);

            convert(&formatter, &spec, format, end);
            format = end;
        }
    }
    va_end(formatter.arguments);
    if (formatter.count > INT_MAX) {
        errno = EOVERFLOW;
        return -1;
    }
    return formatter.failed ? -1 : (int)formatter.count;
}
