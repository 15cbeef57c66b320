/* wctob.c: the single byte of a wide character. C17 7.29.6.1.2. */
#include <stdio.h>
#include <wchar.h>

int wctob(wint_t c)
{
    return c < 0x80 ? (int)c : EOF;
}
