/* wcsftime.c: a time as a wide format says. C17 7.29.5.1. */
#include <stdlib.h>
#include <time.h>

#include "../internal/narrow.h"

size_t wcsftime(wchar_t *restrict to, size_t size, const wchar_t *restrict format,
                const struct tm *restrict time)
{
    char *bytes = __cutaway_narrow_format(format);
    size_t room = size * 4;
    char *text = malloc(room + 1);
    size_t length = 0;

    if (bytes != NULL && text != NULL && strftime(text, room + 1, bytes, time) != 0) {
        length = mbstowcs(to, text, size);
    }
    free(text);
    free(bytes);
    return length < size ? length : 0;
}
