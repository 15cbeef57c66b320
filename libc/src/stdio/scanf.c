/* scanf.c: formatted input from stdin. C17 7.21.6.4. */
#include <stdio.h>

int scanf(const char *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vscanf(format, arguments);
    va_end(arguments);
    return count;
}
