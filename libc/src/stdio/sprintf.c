/* sprintf.c: formatted output to an array. C17 7.21.6.6. */
#include <stdio.h>

int sprintf(char *restrict to, const char *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vsprintf(to, format, arguments);
    va_end(arguments);
    return count;
}
