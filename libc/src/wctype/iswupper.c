/* iswupper.c: letters of upper case: those that have one of lower case. C17 7.30.2.1.11. */
#include <wctype.h>

int iswupper(wint_t c)
{
    return towlower(c) != c;
}
