/* wcsncpy.c: copy at most count wide characters, and fill up with nulls. C17 7.29.4.2.2. */
#include <wchar.h>

wchar_t *wcsncpy(wchar_t *restrict to, const wchar_t *restrict from, size_t count)
{
    wchar_t *target = to;

    for (; count > 0 && *from != 0; count--) {
        *target++ = *from++;
    }
    for (; count > 0; count--) {
        *target++ = 0;
    }
    return to;
}
