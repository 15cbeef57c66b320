/* wcsncmp.c: compare at most count wide characters. C17 7.29.4.4.3. */
#include <wchar.h>

int wcsncmp(const wchar_t *left, const wchar_t *right, size_t count)
{
    for (; count > 0; count--, left++, right++) {
        if (*left != *right) {
            return *left < *right ? -1 : 1;
        }
        if (*left == 0) {
            break;
        }
    }
    return 0;
}
