/* narrow_string.c: bytes of at most so many wide characters. C17 7.29.6.4.2. */
#include <string.h>

#include "../internal/utf8.h"

size_t __cutaway_narrow_string(char *restrict to, const wchar_t **restrict from, size_t count,
                               size_t size, mbstate_t *restrict state)
{
    const wchar_t *place = *from;
    size_t made = 0;

    for (; count > 0; count--) {
        char bytes[4];
        size_t length = wcrtomb(bytes, *place, state);

        if (length == (size_t)-1) {
            made = length;
            break;
        }
        if (to != NULL && made + length > size) {
            break;
        }
        if (to != NULL) {
            memcpy(to + made, bytes, length);
        }
        if (*place == 0) {
            place = NULL;
            break;
        }
        place++;
        made += length;
    }
    if (to != NULL) {
        *from = place;
    }
    return made;
}
