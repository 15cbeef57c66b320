/* wcpcpy.c: copy a wide string; returns the end of the copy. POSIX. */
#include <wchar.h>

wchar_t *wcpcpy(wchar_t *restrict to, const wchar_t *restrict from)
{
    while (*from != 0) {
        *to++ = *from++;
    }
    *to = 0;
    return to;
}
