/* wcsxfrm.c: a wide string that compares as the locale would. C17 7.29.4.4.4. */
#include <wchar.h>

size_t wcsxfrm(wchar_t *restrict to, const wchar_t *restrict from, size_t count)
{
    size_t length = wcslen(from);

    if (length < count) {
        wcscpy(to, from);
    }
    return length;
}
