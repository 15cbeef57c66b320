/* wmemchr.c: find a wide character among so many. C17 7.29.4.5.8. */
#include <wchar.h>

wchar_t *wmemchr(const wchar_t *object, wchar_t c, size_t count)
{
    for (; count > 0; count--, object++) {
        if (*object == c) {
            return (wchar_t *)object;
        }
    }
    return NULL;
}
