/* sscanf.c: formatted input from a string. C17 7.21.6.7. */
#include <stdio.h>

int sscanf(const char *restrict from, const char *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vsscanf(from, format, arguments);
    va_end(arguments);
    return count;
}
