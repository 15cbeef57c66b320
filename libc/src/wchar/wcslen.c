/* wcslen.c: count the wide characters before the null. C17 7.29.4.6.1. */
#include <wchar.h>

size_t wcslen(const wchar_t *string)
{
    size_t length = 0;

    while (string[length] != 0) {
        length++;
    }
    return length;
}
