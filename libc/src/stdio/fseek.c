/* fseek.c: go to a place in a file. C17 7.21.9.2. */
#include <stdio.h>

int fseek(FILE *stream, long offset, int origin)
{
    return fseeko(stream, offset, origin);
}
