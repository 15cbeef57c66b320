/* wcsrtombs.c: bytes of a wide string. C17 7.29.6.4.2. */
#include <stdint.h>

#include "../internal/utf8.h"

size_t wcsrtombs(char *restrict to, const wchar_t **restrict from, size_t size,
                 mbstate_t *restrict state)
{
    return __cutaway_narrow_string(to, from, SIZE_MAX, size, state);
}
