/* iswspace.c: white space that may be broken at. C17 7.30.2.1.10. */
#include <wctype.h>

int iswspace(wint_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x1680 || (c >= 0x2000 && c <= 0x2006) ||
           (c >= 0x2008 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x205f || c == 0x3000;
}
