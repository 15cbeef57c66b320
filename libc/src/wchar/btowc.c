/* btowc.c: the wide character of a single byte. C17 7.29.6.1.1. */
#include <wchar.h>

wint_t btowc(int c)
{
    return c >= 0 && c < 0x80 ? (wint_t)c : WEOF;
}
