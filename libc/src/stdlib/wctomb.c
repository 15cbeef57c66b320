/* wctomb.c: the bytes of a wide character. C17 7.22.7.3. */
#include <stdlib.h>
#include <wchar.h>

int wctomb(char *to, wchar_t c)
{
    return to != NULL ? (int)wcrtomb(to, c, NULL) : 0;
}
