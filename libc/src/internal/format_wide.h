/* format_wide.h: how long wide characters and characters of several bytes are, for printf. */
#ifndef CUTAWAY_FORMAT_WIDE_H
#define CUTAWAY_FORMAT_WIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "utf8.h"

/* A piece of a wide string. */
struct wide_extent {
    size_t count; /* of wide characters */
    size_t size;  /* of their bytes */
    bool valid;   /* all are characters */
};

/* A wide string up to its null, of at most `limit` characters or bytes. C17 7.21.6.1p8 s. */
struct wide_extent __cutaway_measure_wide(const wchar_t *string, size_t limit, bool by_characters);

/* One wide character, which may be the null. */
struct wide_extent __cutaway_measure_one(wchar_t c);

/* How many characters begin among so many bytes. */
size_t __cutaway_count_characters(const char *bytes, size_t count);

/* How many bytes the first characters of a string have, at most `limit` of them. */
size_t __cutaway_measure_characters(const char *string, size_t limit);

#endif
