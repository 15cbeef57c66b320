/* format_real.h: floating-point numbers in characters. C17 7.21.6.1p8. */
#ifndef CUTAWAY_FORMAT_REAL_H
#define CUTAWAY_FORMAT_REAL_H

#include <stdbool.h>
#include <stddef.h>

#include "real.h"

/* What a conversion specification asks for. */
struct real_style {
    char specifier; /* one of aAeEfFgG */
    int precision;  /* -1: none given */
    bool alternate; /* flag # */
};

/* Where the characters go. */
struct real_sink {
    /* Is called first, with how many characters there will be, `prefix` (0x) included. */
    void (*begin)(struct real_sink *sink, long length, const char *prefix);
    void (*put)(struct real_sink *sink, const char *characters, size_t count);
    void (*put_zeros)(struct real_sink *sink, long count);
};

/* Spells a finite number without its sign. */
void __cutaway_format_real(struct real number, struct real_style style, struct real_sink *sink);

#endif
