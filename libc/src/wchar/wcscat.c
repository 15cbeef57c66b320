/* wcscat.c: append a wide string. C17 7.29.4.3.1. */
#include <wchar.h>

wchar_t *wcscat(wchar_t *restrict to, const wchar_t *restrict from)
{
    wcscpy(to + wcslen(to), from);
    return to;
}
