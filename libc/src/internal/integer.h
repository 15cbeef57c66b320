/* integer.h: the one reader of integers behind the strto and ato families. */
#ifndef CUTAWAY_INTEGER_H
#define CUTAWAY_INTEGER_H

#include <stdbool.h>

/* An integer as it was spelled: sign and magnitude. */
struct spelled_integer {
    unsigned long magnitude;
    bool negative;
    bool too_big; /* the magnitude did not fit; it is then the greatest one */
    const char *end; /* one past the last digit, or the start when there was none */
};

/* Reads space, sign, prefix and digits of the base (0: as C spells constants). C17 7.22.1.4p3. */
struct spelled_integer __cutaway_read_integer(const char *string, int base);

/* The value of a digit or letter, 0 to 35, or 36 for anything else. */
int __cutaway_digit(int c);

#endif
