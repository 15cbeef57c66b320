/* getchar.c: read a character from stdin. C17 7.21.7.6. */
#include <stdio.h>

int getchar(void)
{
    return fgetc(stdin);
}
