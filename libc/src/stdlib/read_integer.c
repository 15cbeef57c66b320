/* read_integer.c: from the spelling of an integer to sign and magnitude. C17 7.22.1.4p2-p5. */
#include <ctype.h>
#include <limits.h>

#include "../internal/integer.h"

int __cutaway_digit(int c)
{
    if (isdigit(c)) {
        return c - '0';
    }
    return isalpha(c) ? tolower(c) - 'a' + 10 : 36;
}

/* Skips 0x where the base allows it and a digit follows; gives the base that the digits have. */
static int skip_prefix(const char **digits, int base)
{
    const char *s = *digits;
    bool hexadecimal = s[0] == '0' && (s[1] == 'x' || s[1] == 'X') && __cutaway_digit(s[2]) < 16;

    if ((base == 0 || base == 16) && hexadecimal) {
        *digits += 2;
        return 16;
    }
    if (base == 0) {
        return s[0] == '0' ? 8 : 10;
    }
    return base;
}

struct spelled_integer __cutaway_read_integer(const char *string, int base)
{
    struct spelled_integer result = {0, false, false, string};
    const char *next = string;

    while (isspace(*next)) {
        next++;
    }
    if (*next == '+' || *next == '-') {
        result.negative = *next == '-';
        next++;
    }
    base = skip_prefix(&next, base);
    for (; __cutaway_digit(*next) < base; next++) {
        unsigned long digit = (unsigned long)__cutaway_digit(*next);

        if (result.magnitude > (ULONG_MAX - digit) / (unsigned long)base) {
            result.too_big = true;
        }
        result.magnitude = result.magnitude * (unsigned long)base + digit;
        result.end = next + 1;
    }
    if (result.too_big) {
        result.magnitude = ULONG_MAX;
    }
    return result;
}
