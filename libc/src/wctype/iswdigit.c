/* iswdigit.c: the ten digits. C17 7.30.2.1.5. */
#include <wctype.h>

int iswdigit(wint_t c)
{
    return c >= '0' && c <= '9';
}
