/* wcsrchr.c: find a wide character, the last. C17 7.29.4.5.4. */
#include <wchar.h>

wchar_t *wcsrchr(const wchar_t *string, wchar_t c)
{
    const wchar_t *found = NULL;

    for (;; string++) {
        if (*string == c) {
            found = string;
        }
        if (*string == 0) {
            return (wchar_t *)found;
        }
    }
}
