/* getwchar.c: read a wide character from stdin. C17 7.29.3.7. */
#include <wchar.h>

wint_t getwchar(void)
{
    return fgetwc(stdin);
}
