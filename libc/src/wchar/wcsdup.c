/* wcsdup.c: copy a wide string into a block of its own. POSIX. */
#include <stdlib.h>
#include <wchar.h>

wchar_t *wcsdup(const wchar_t *string)
{
    wchar_t *copy = malloc((wcslen(string) + 1) * sizeof *copy);

    return copy != NULL ? wcscpy(copy, string) : NULL;
}
