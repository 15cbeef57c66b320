/* iswcntrl.c: control characters. C17 7.30.2.1.4. */
#include <wctype.h>

int iswcntrl(wint_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}
