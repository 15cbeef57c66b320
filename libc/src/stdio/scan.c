/*
 * scan.c: the engine of the scanf family. C17 7.21.6.2.
 *
 * Directives are white space, characters to be matched, and conversion specifications
 * % * width length specifier.  At most one character is given back, as the standard allows for.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "../internal/integer.h"
#include "../internal/read_real.h"
#include "../internal/scan.h"

enum outcome { MATCHED, MISMATCHED, ENDED };

/* One scanning under way. */
struct scanner {
    struct source *source;
    va_list arguments;
    long taken; /* characters so far, for %n */
    int assigned;
};

/* A conversion specification, read. */
struct specification {
    bool suppressed; /* by an asterisk: nothing is assigned */
    long width;      /* the most characters to take; 0: none given */
    int size;        /* of the integer to be stored, in bytes */
    bool is_long;    /* by the length modifier l, for %s, %c and floating-point numbers */
    bool is_long_double;
    char specifier;
    const char *set;     /* for %[: the first character of the set */
    const char *set_end; /* the bracket that closes it */
    bool excluded;       /* for %[^ */
};

static int take(struct scanner *scanner)
{
    int c = scanner->source->take(scanner->source);

    scanner->taken += c != EOF;
    return c;
}

static void give_back(struct scanner *scanner, int c)
{
    scanner->source->give_back(scanner->source, c);
    scanner->taken -= c != EOF;
}

static void skip_space(struct scanner *scanner)
{
    int c;

    do {
        c = take(scanner);
    } while (isspace(c));
    give_back(scanner, c);
}

/* ---- Reading a specification ---- */

static const char *read_length(const char *format, struct specification *spec)
{
    switch (*format) {
    case 'h':
        spec->size = format[1] == 'h' ? 1 : 2;
        return format + (format[1] == 'h' ? 2 : 1);
    case 'l':
        spec->size = 8;
        spec->is_long = format[1] != 'l';
        return format + (format[1] == 'l' ? 2 : 1);
    case 'L':
        spec->is_long_double = true;
        spec->size = 8;
        return format + 1;
    case 'j':
    case 'z':
    case 't':
        spec->size = 8;
        return format + 1;
    default:
        return format;
    }
}

/* Reads the set of %[; a bracket that comes first belongs to it. */
static const char *read_set(const char *format, struct specification *spec)
{
    if (*format == '^') {
        spec->excluded = true;
        format++;
    }
    spec->set = format;
    if (*format == ']') {
        format++;
    }
    format += strcspn(format, "]");
    spec->set_end = format;
    return *format == '\0' ? format : format + 1;
}

/* Reads what follows the percent sign. Returns the place after it. */
static const char *read_specification(const char *format, struct specification *spec)
{
    if (*format == '*') {
        spec->suppressed = true;
        format++;
    }
    while (isdigit(*format)) {
        spec->width = spec->width * 10 + (*format++ - '0');
    }
    format = read_length(format, spec);
    spec->specifier = *format;
    if (*format == '\0') {
        return format;
    }
    return *format == '[' ? read_set(format + 1, spec) : format + 1;
}

/* ---- Integers ---- */

static void store_integer(struct scanner *scanner, int size, unsigned long value)
{
    switch (size) {
    case 1:
        *va_arg(scanner->arguments, unsigned char *) = (unsigned char)value;
        break;
    case 2:
        *va_arg(scanner->arguments, unsigned short *) = (unsigned short)value;
        break;
    case 4:
        *va_arg(scanner->arguments, unsigned int *) = (unsigned int)value;
        break;
    default:
        *va_arg(scanner->arguments, unsigned long *) = value;
        break;
    }
}

static int base_of(char specifier)
{
    switch (specifier) {
    case 'i':
        return 0;
    case 'o':
        return 8;
    case 'x':
    case 'X':
    case 'p':
        return 16;
    default:
        return 10;
    }
}

/* An integer while its characters come in. */
struct incoming {
    struct scanner *scanner;
    long left; /* characters that may still be taken */
    int c;     /* the one looked at, not yet accepted */
};

static void accept(struct incoming *incoming)
{
    incoming->left--;
    incoming->c = incoming->left > 0 ? take(incoming->scanner) : EOF;
}

/* Reads prefix and digits. Returns whether there was a digit. */
static bool read_digits(struct incoming *incoming, int base, unsigned long *magnitude)
{
    bool any = false;

    *magnitude = 0;
    if (incoming->c == '0' && (base == 0 || base == 16)) {
        any = true;
        accept(incoming);
        if (incoming->c == 'x' || incoming->c == 'X') {
            any = false;
            base = 16;
            accept(incoming);
        }
        base = base == 0 ? 8 : base;
    }
    base = base == 0 ? 10 : base;
    while (__cutaway_digit(incoming->c) < base) {
        *magnitude = *magnitude * (unsigned long)base + (unsigned long)__cutaway_digit(incoming->c);
        any = true;
        accept(incoming);
    }
    return any;
}

static enum outcome scan_integer(struct scanner *scanner, const struct specification *spec)
{
    struct incoming incoming = {scanner, spec->width > 0 ? spec->width : INTPTR_MAX, EOF};
    unsigned long magnitude;
    bool negative = false;
    bool any;

    incoming.c = take(scanner);
    if (incoming.c == EOF) {
        return ENDED;
    }
    if (incoming.c == '+' || incoming.c == '-') {
        negative = incoming.c == '-';
        accept(&incoming);
    }
    any = read_digits(&incoming, base_of(spec->specifier), &magnitude);
    if (incoming.left > 0) {
        give_back(scanner, incoming.c);
    }
    if (!any) {
        return MISMATCHED;
    }
    if (!spec->suppressed) {
        store_integer(scanner, spec->specifier == 'p' ? 8 : spec->size,
                      negative ? -magnitude : magnitude);
        scanner->assigned++;
    }
    return MATCHED;
}

/* ---- Floating-point numbers ---- */

/* The characters of a field. */
struct field {
    struct characters characters; /* first, so that a pointer to it is one to the whole */
    struct scanner *scanner;
    long left; /* characters that may still be taken */
};

static int next_of_field(struct characters *characters)
{
    struct field *field = (struct field *)characters;

    return field->left-- > 0 ? take(field->scanner) : EOF;
}

static void store_real(struct scanner *scanner, const struct specification *spec,
                       const struct spelled_real *spelled)
{
    if (spec->is_long_double) {
        *va_arg(scanner->arguments, long double *) =
            __cutaway_make_long_double(spelled->number, spelled->is_more);
    } else if (spec->is_long) {
        *va_arg(scanner->arguments, double *) =
            __cutaway_make_double(spelled->number, spelled->is_more);
    } else {
        *va_arg(scanner->arguments, float *) =
            __cutaway_make_float(spelled->number, spelled->is_more);
    }
}

static enum outcome scan_real(struct scanner *scanner, const struct specification *spec)
{
    const struct real_format *format = spec->is_long_double ? &__cutaway_binary128
                                       : spec->is_long      ? &__cutaway_binary64
                                                            : &__cutaway_binary32;
    struct field field = {{next_of_field}, scanner, spec->width > 0 ? spec->width : INTPTR_MAX};
    struct spelled_real spelled = __cutaway_read_real(&field.characters, format);

    if (field.left >= 0) {
        give_back(scanner, spelled.after);
    }
    if (spelled.looked_at == 0 && spelled.after == EOF) {
        return ENDED;
    }
    /* What could only have begun a number is taken all the same. C17 7.21.6.2p9, p10. */
    if (spelled.used == 0 || spelled.used < spelled.looked_at) {
        return MISMATCHED;
    }
    if (!spec->suppressed) {
        store_real(scanner, spec, &spelled);
        scanner->assigned++;
    }
    return MATCHED;
}

/* ---- Characters and strings ---- */

/* Whether the set of %[ contains the character; a-z between two others is a range. */
static bool in_set(const struct specification *spec, int c)
{
    const char *s = spec->set;

    while (s < spec->set_end) {
        if (s + 2 < spec->set_end && s[1] == '-') {
            if (c >= (unsigned char)s[0] && c <= (unsigned char)s[2]) {
                return true;
            }
            s += 3;
        } else {
            if (c == (unsigned char)*s) {
                return true;
            }
            s++;
        }
    }
    return false;
}

static bool belongs(const struct specification *spec, int c)
{
    switch (spec->specifier) {
    case 's':
        return !isspace(c);
    case '[':
        return in_set(spec, c) != spec->excluded;
    default:
        return true;
    }
}

/* Scans for %c, %s and %[: characters as long as they belong. */
static enum outcome scan_characters(struct scanner *scanner, const struct specification *spec)
{
    long unlimited = spec->specifier == 'c' ? 1 : INTPTR_MAX;
    long width = spec->width > 0 ? spec->width : unlimited;
    char *target = spec->suppressed ? NULL : va_arg(scanner->arguments, char *);
    long count = 0;
    int c = EOF;

    for (; count < width; count++) {
        c = take(scanner);
        if (c == EOF || !belongs(spec, c)) {
            give_back(scanner, c);
            break;
        }
        if (target != NULL) {
            target[count] = (char)c;
        }
    }
    if (count == 0 || (spec->specifier == 'c' && count < width)) {
        return c == EOF ? ENDED : MISMATCHED;
    }
    if (target != NULL) {
        if (spec->specifier != 'c') {
            target[count] = '\0';
        }
        scanner->assigned++;
    }
    return MATCHED;
}

/* Scans for %lc, %ls and %l[: bytes as long as they belong, which are converted. */
static enum outcome scan_wide(struct scanner *scanner, const struct specification *spec)
{
    long unlimited = spec->specifier == 'c' ? 1 : INTPTR_MAX;
    long width = spec->width > 0 ? spec->width : unlimited;
    wchar_t *target = spec->suppressed ? NULL : va_arg(scanner->arguments, wchar_t *);
    mbstate_t state = {0};
    long count = 0;
    int c = EOF;

    while (count < width) {
        wchar_t wide;
        char byte;
        size_t taken;

        c = take(scanner);
        if (c == EOF || !belongs(spec, c)) {
            give_back(scanner, c);
            break;
        }
        byte = (char)c;
        taken = mbrtowc(&wide, &byte, 1, &state);
        if (taken == (size_t)-1) {
            return ENDED;
        }
        if (taken != (size_t)-2) {
            if (target != NULL) {
                target[count] = wide;
            }
            count++;
        }
    }
    if (count == 0 || (spec->specifier == 'c' && count < width)) {
        return c == EOF ? ENDED : MISMATCHED;
    }
    if (target != NULL) {
        if (spec->specifier != 'c') {
            target[count] = 0;
        }
        scanner->assigned++;
    }
    return MATCHED;
}

/* ---- Directives ---- */

static enum outcome match_character(struct scanner *scanner, char wanted)
{
    int c = take(scanner);

    if (c == (unsigned char)wanted) {
        return MATCHED;
    }
    give_back(scanner, c);
    return c == EOF ? ENDED : MISMATCHED;
}

static enum outcome convert(struct scanner *scanner, const struct specification *spec)
{
    if (spec->specifier != '[' && spec->specifier != 'c' && spec->specifier != 'n') {
        skip_space(scanner);
    }
    switch (spec->specifier) {
    case 'd':
    case 'i':
    case 'o':
    case 'u':
    case 'x':
    case 'X':
    case 'p':
        return scan_integer(scanner, spec);
    case 'c':
    case 's':
    case '[':
        return spec->is_long ? scan_wide(scanner, spec) : scan_characters(scanner, spec);
    case 'n':
        if (!spec->suppressed) {
            store_integer(scanner, spec->size, (unsigned long)scanner->taken);
        }
        return MATCHED;
    case '%':
        return match_character(scanner, '%');
    case 'a':
    case 'A':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        return scan_real(scanner, spec);
    default: /* undefined in C: nothing matches it */
        return MISMATCHED;
    }
}

int __cutaway_scan(struct source *source, const char *format, va_list arguments)
{
    struct scanner scanner = {.source = source};
    enum outcome outcome = MATCHED;
    bool any_conversion = false;

    va_copy(scanner.arguments, arguments);
    while (*format != '\0' && outcome == MATCHED) {
        if (isspace(*format)) {
            skip_space(&scanner);
            format++;
        } else if (*format == '%') {
            struct specification spec = {.size = 4};

            format = read_specification(format + 1, &spec);
            outcome = convert(&scanner, &spec);
            any_conversion = any_conversion || (outcome == MATCHED && spec.specifier != '%' &&
                                                spec.specifier != 'n');
        } else {
            outcome = match_character(&scanner, *format++);
        }
    }
    va_end(scanner.arguments);
    return outcome == ENDED && !any_conversion ? EOF : scanner.assigned;
}
