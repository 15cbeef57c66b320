/* wcschr.c: find a wide character. C17 7.29.4.5.1. */
#include <wchar.h>

wchar_t *wcschr(const wchar_t *string, wchar_t c)
{
    for (;; string++) {
        if (*string == c) {
            return (wchar_t *)string;
        }
        if (*string == 0) {
            return NULL;
        }
    }
}
