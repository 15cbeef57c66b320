/* iswlower.c: letters of lower case: those that have one of upper case. C17 7.30.2.1.7. */
#include <wctype.h>

int iswlower(wint_t c)
{
    return towupper(c) != c || c == 0xdf;
}
