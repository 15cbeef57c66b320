/* wcscpy.c: copy a wide string. C17 7.29.4.2.1. */
#include <wchar.h>

wchar_t *wcscpy(wchar_t *restrict to, const wchar_t *restrict from)
{
    wchar_t *target = to;

    while (*from != 0) {
        *target++ = *from++;
    }
    *target = 0;
    return to;
}
