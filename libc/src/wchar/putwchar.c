/* putwchar.c: write a wide character to stdout. C17 7.29.3.9. */
#include <wchar.h>

wint_t putwchar(wchar_t c)
{
    return fputwc(c, stdout);
}
