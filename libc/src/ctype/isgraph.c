/* isgraph.c: printing, and not the space? C17 7.4.1.6. */
#include <ctype.h>

int isgraph(int c)
{
    return c > ' ' && c < 127;
}
