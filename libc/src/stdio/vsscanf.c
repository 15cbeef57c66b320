/* vsscanf.c: formatted input from a string. C17 7.21.6.14. */
#include <stdio.h>

#include "../internal/scan.h"

struct string_source {
    struct source source; /* first, so that a pointer to it is one to the whole */
    const char *next;
};

static int take_from_string(struct source *source)
{
    struct string_source *string = (struct string_source *)source;

    return *string->next == '\0' ? EOF : (unsigned char)*string->next++;
}

static void give_back_to_string(struct source *source, int c)
{
    if (c != EOF) {
        ((struct string_source *)source)->next--;
    }
}

int vsscanf(const char *restrict from, const char *restrict format, va_list arguments)
{
    struct string_source source = {{take_from_string, give_back_to_string}, from};

    return __cutaway_scan(&source.source, format, arguments);
}
