/* wcstoll.c: wcstol, for a long long. C17 7.29.4.1.2. */
#include <wchar.h>

long long wcstoll(const wchar_t *restrict string, wchar_t **restrict end, int base)
{
    return wcstol(string, end, base);
}
