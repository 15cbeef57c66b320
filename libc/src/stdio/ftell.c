/* ftell.c: the place in a file. C17 7.21.9.4. */
#include <stdio.h>

long ftell(FILE *stream)
{
    return ftello(stream);
}
