/* mbsrtowcs.c: wide characters of a multibyte string. C17 7.29.6.4.1. */
#include <stdint.h>
#include <wchar.h>

size_t mbsrtowcs(wchar_t *restrict to, const char **restrict from, size_t size,
                 mbstate_t *restrict state)
{
    return mbsnrtowcs(to, from, SIZE_MAX, size, state);
}
