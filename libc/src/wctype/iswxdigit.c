/* iswxdigit.c: hexadecimal digits. C17 7.30.2.1.12. */
#include <wctype.h>

int iswxdigit(wint_t c)
{
    return iswdigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
