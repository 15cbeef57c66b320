/* vsnprintf.c: formatted output to an array of known size. C17 7.21.6.12. */
#include <stdio.h>

#include "../internal/format.h"

/* An array that takes what fits and lets the rest go. */
struct array_sink {
    struct sink sink; /* first, so that a pointer to it is one to the whole */
    char *next;
    size_t room; /* without the byte for the terminating null */
};

static bool put_in_array(struct sink *sink, const char *characters, size_t count)
{
    struct array_sink *array = (struct array_sink *)sink;

    for (; count > 0 && array->room > 0; count--, array->room--) {
        *array->next++ = *characters++;
    }
    return true;
}

int vsnprintf(char *restrict to, size_t size, const char *restrict format, va_list arguments)
{
    struct array_sink array = {{put_in_array}, to, size > 0 ? size - 1 : 0};
    int count = __cutaway_format(&array.sink, format, arguments);

    if (size > 0) {
        *array.next = '\0';
    }
    return count;
}
