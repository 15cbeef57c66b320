/* ispunct.c: printing, and neither space nor letter nor digit? C17 7.4.1.9. */
#include <ctype.h>

int ispunct(int c)
{
    return isgraph(c) && !isalnum(c);
}
