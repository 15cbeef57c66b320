/* c32rtomb.c: the bytes of a character in UTF-32. C17 7.28.1.4. */
#include <uchar.h>
#include <wchar.h>

size_t c32rtomb(char *restrict to, char32_t c, mbstate_t *restrict state)
{
    return wcrtomb(to, (wchar_t)c, state);
}
