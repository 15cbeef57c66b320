/* format.h: the one engine behind the printf family. C17 7.21.6.1. */
#ifndef CUTAWAY_FORMAT_H
#define CUTAWAY_FORMAT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* Where formatted characters go. `put` returns false when they could not be written. */
struct sink {
    bool (*put)(struct sink *sink, const char *characters, size_t count);
    bool wide; /* of the wprintf family: characters count, not their bytes */
};

/* Formats into the sink. Returns the count of characters, or a negative number on failure. */
int __cutaway_format(struct sink *sink, const char *format, va_list arguments);

#endif
