/* wmemcmp.c: compare wide characters. C17 7.29.4.4.5. */
#include <wchar.h>

int wmemcmp(const wchar_t *left, const wchar_t *right, size_t count)
{
    for (; count > 0; count--, left++, right++) {
        if (*left != *right) {
            return *left < *right ? -1 : 1;
        }
    }
    return 0;
}
