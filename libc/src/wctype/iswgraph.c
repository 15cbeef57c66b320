/* iswgraph.c: characters that leave a mark. C17 7.30.2.1.6. */
#include <wctype.h>

int iswgraph(wint_t c)
{
    return iswprint(c) && !iswspace(c);
}
