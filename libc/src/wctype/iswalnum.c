/* iswalnum.c: letters and digits. C17 7.30.2.1.1. */
#include <wctype.h>

int iswalnum(wint_t c)
{
    return iswalpha(c) || iswdigit(c);
}
