/* putwc.c: write a wide character. C17 7.29.3.8. */
#include <wchar.h>

wint_t putwc(wchar_t c, FILE *stream)
{
    return fputwc(c, stream);
}
