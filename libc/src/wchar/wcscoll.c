/* wcscoll.c: compare wide strings as the C locale does. C17 7.29.4.4.2. */
#include <wchar.h>

int wcscoll(const wchar_t *left, const wchar_t *right)
{
    return wcscmp(left, right);
}
