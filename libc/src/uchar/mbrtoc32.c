/* mbrtoc32.c: the next character, in UTF-32. C17 7.28.1.3. */
#include <uchar.h>
#include <wchar.h>

size_t mbrtoc32(char32_t *restrict to, const char *restrict from, size_t count,
                mbstate_t *restrict state)
{
    static mbstate_t own;
    wchar_t c;
    size_t taken = mbrtowc(&c, from, count, state != NULL ? state : &own);

    if (to != NULL && from != NULL && taken <= count) {
        *to = (char32_t)c;
    }
    return taken;
}
