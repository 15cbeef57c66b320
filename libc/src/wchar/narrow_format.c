/* narrow_format.c: the format of the wide families in bytes, for the engines that read it so. */
#include <stdlib.h>

#include "../internal/narrow.h"

char *__cutaway_narrow_format(const wchar_t *format)
{
    mbstate_t state = {0};
    const wchar_t *place = format;
    size_t length = wcsrtombs(NULL, &place, 0, &state);
    char *bytes;

    if (length == (size_t)-1) {
        return NULL;
    }
    bytes = malloc(length + 1);
    if (bytes != NULL) {
        wcsrtombs(bytes, &place, length + 1, &state);
    }
    return bytes;
}
