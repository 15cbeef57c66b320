/* wcpncpy.c: wcsncpy that returns the end of the copy. POSIX. */
#include <wchar.h>

wchar_t *wcpncpy(wchar_t *restrict to, const wchar_t *restrict from, size_t count)
{
    wchar_t *end;

    for (; count > 0 && *from != 0; count--) {
        *to++ = *from++;
    }
    end = to;
    for (; count > 0; count--) {
        *to++ = 0;
    }
    return end;
}
