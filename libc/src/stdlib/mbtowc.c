/* mbtowc.c: the next character of a string, whose bytes must all be there. C17 7.22.7.2. */
#include <errno.h>
#include <stdlib.h>
#include <wchar.h>

int mbtowc(wchar_t *restrict to, const char *restrict from, size_t count)
{
    mbstate_t state = {0};
    size_t taken;

    if (from == NULL) {
        return 0;
    }
    taken = mbrtowc(to, from, count, &state);
    return taken <= count ? (int)taken : -1;
}
