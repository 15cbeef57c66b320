/* puts.c: write a string and a new line to stdout. C17 7.21.7.9. */
#include <stdio.h>

int puts(const char *string)
{
    return fputs(string, stdout) == EOF || fputc('\n', stdout) == EOF ? EOF : 0;
}
