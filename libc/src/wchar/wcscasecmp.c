/* wcscasecmp.c: compare wide strings, of either case. POSIX. */
#include <stdint.h>
#include <wchar.h>

int wcscasecmp(const wchar_t *left, const wchar_t *right)
{
    return wcsncasecmp(left, right, SIZE_MAX);
}
