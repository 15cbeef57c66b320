/* fgetws.c: read a line of wide characters, or as much of it as fits. C17 7.29.3.2. */
#include <wchar.h>

wchar_t *fgetws(wchar_t *restrict to, int size, FILE *restrict stream)
{
    int length = 0;

    if (size < 1) {
        return NULL;
    }
    while (length < size - 1) {
        wint_t c = fgetwc(stream);

        if (c == WEOF && (length == 0 || ferror(stream))) {
            return NULL;
        }
        if (c == WEOF) {
            break;
        }
        to[length++] = (wchar_t)c;
        if (c == L'\n') {
            break;
        }
    }
    to[length] = 0;
    return to;
}
