/* wcscmp.c: compare wide strings. C17 7.29.4.4.1. */
#include <stdint.h>
#include <wchar.h>

int wcscmp(const wchar_t *left, const wchar_t *right)
{
    return wcsncmp(left, right, SIZE_MAX);
}
