/* mbstowcs.c: wide characters of a multibyte string. C17 7.22.8.1. */
#include <stdlib.h>
#include <wchar.h>

size_t mbstowcs(wchar_t *restrict to, const char *restrict from, size_t size)
{
    const char *place = from;
    mbstate_t state = {0};

    return mbsrtowcs(to, &place, size, &state);
}
