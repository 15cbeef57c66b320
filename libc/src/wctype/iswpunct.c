/* iswpunct.c: marks that are no letters or digits. C17 7.30.2.1.9. */
#include <wctype.h>

int iswpunct(wint_t c)
{
    return iswgraph(c) && !iswalnum(c);
}
