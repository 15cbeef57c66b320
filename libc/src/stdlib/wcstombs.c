/* wcstombs.c: bytes of a wide string. C17 7.22.8.2. */
#include <stdlib.h>
#include <wchar.h>

size_t wcstombs(char *restrict to, const wchar_t *restrict from, size_t size)
{
    const wchar_t *place = from;
    mbstate_t state = {0};

    return wcsrtombs(to, &place, size, &state);
}
