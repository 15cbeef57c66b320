/* fputws.c: write a wide string. C17 7.29.3.4. */
#include <wchar.h>

int fputws(const wchar_t *restrict string, FILE *restrict stream)
{
    for (; *string != 0; string++) {
        if (fputwc(*string, stream) == WEOF) {
            return EOF;
        }
    }
    return 0;
}
