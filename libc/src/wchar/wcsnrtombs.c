/* wcsnrtombs.c: bytes of at most so many wide characters. POSIX. */
#include "../internal/utf8.h"

size_t wcsnrtombs(char *restrict to, const wchar_t **restrict from, size_t count, size_t size,
                  mbstate_t *restrict state)
{
    return __cutaway_narrow_string(to, from, count, size, state);
}
