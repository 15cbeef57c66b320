/* putc.c: write a character. C17 7.21.7.7. */
#include <stdio.h>

int putc(int c, FILE *stream)
{
    return fputc(c, stream);
}
