/* getc.c: read a character. C17 7.21.7.5. */
#include <stdio.h>

int getc(FILE *stream)
{
    return fgetc(stream);
}
