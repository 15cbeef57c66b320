/* wcsstr.c: find a wide string in another. C17 7.29.4.5.6. */
#include <wchar.h>

wchar_t *wcsstr(const wchar_t *string, const wchar_t *wanted)
{
    size_t length = wcslen(wanted);

    for (;; string++) {
        if (wcsncmp(string, wanted, length) == 0) {
            return (wchar_t *)string;
        }
        if (*string == 0) {
            return NULL;
        }
    }
}
