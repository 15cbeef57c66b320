/* mbsrtowcs.c: wide characters of a multibyte string. C17 7.29.6.4.1. */
#include <stdint.h>

#include "../internal/utf8.h"

size_t mbsrtowcs(wchar_t *restrict to, const char **restrict from, size_t size,
                 mbstate_t *restrict state)
{
    return __cutaway_widen(to, from, SIZE_MAX, size, state);
}
