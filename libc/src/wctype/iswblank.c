/* iswblank.c: space and tab, and spaces that part words. C17 7.30.2.1.3. */
#include <wctype.h>

int iswblank(wint_t c)
{
    return c == ' ' || c == '\t' || (c >= 0x1680 && c != 0x2028 && c != 0x2029 && iswspace(c));
}
