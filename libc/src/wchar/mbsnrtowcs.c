/* mbsnrtowcs.c: wide characters of a multibyte string, of at most so many bytes. POSIX. */
#include "../internal/utf8.h"

size_t mbsnrtowcs(wchar_t *restrict to, const char **restrict from, size_t count, size_t size,
                  mbstate_t *restrict state)
{
    return __cutaway_widen(to, from, count, size, state);
}
