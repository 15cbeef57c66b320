/* rewind.c: go to the beginning of a file, and forget errors. C17 7.21.9.5. */
#include <stdio.h>

void rewind(FILE *stream)
{
    fseeko(stream, 0, SEEK_SET);
    clearerr(stream);
}
