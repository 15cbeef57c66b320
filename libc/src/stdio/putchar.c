/* putchar.c: write a character to stdout. C17 7.21.7.8. */
#include <stdio.h>

int putchar(int c)
{
    return fputc(c, stdout);
}
