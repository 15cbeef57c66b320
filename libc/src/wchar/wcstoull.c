/* wcstoull.c: wcstoul, for an unsigned long long. C17 7.29.4.1.2. */
#include <wchar.h>

unsigned long long wcstoull(const wchar_t *restrict string, wchar_t **restrict end, int base)
{
    return wcstoul(string, end, base);
}
