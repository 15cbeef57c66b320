/* getwc.c: read a wide character. C17 7.29.3.6. */
#include <wchar.h>

wint_t getwc(FILE *stream)
{
    return fgetwc(stream);
}
