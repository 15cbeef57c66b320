/* read_real.h: the one reader of floating-point numbers behind strtod and scanf. C17 7.22.1.3. */
#ifndef CUTAWAY_READ_REAL_H
#define CUTAWAY_READ_REAL_H

#include <stdbool.h>

#include "real.h"

/* Where characters come from, one after the other; EOF where they end. */
struct characters {
    int (*next)(struct characters *characters);
};

/* A number as it was spelled. */
struct spelled_real {
    struct real number;
    bool is_more;   /* as for __cutaway_round */
    long used;      /* characters of the longest beginning that spells a number; 0: none does */
    long looked_at; /* characters that could have begun one, used ones included */
    int after;      /* the character behind those, which was taken too */
};

/* Reads a number without space before it, to be rounded to a format. */
struct spelled_real __cutaway_read_real(struct characters *characters,
                                        const struct real_format *format);

/* Reads what a string begins with, space before it included; says where it ends. */
struct spelled_real __cutaway_read_real_string(const char *string, const char **end,
                                               const struct real_format *format);

#endif
