/* wcsncat.c: append at most count wide characters, and always a null. C17 7.29.4.3.2. */
#include <wchar.h>

wchar_t *wcsncat(wchar_t *restrict to, const wchar_t *restrict from, size_t count)
{
    wchar_t *target = to + wcslen(to);

    for (; count > 0 && *from != 0; count--) {
        *target++ = *from++;
    }
    *target = 0;
    return to;
}
