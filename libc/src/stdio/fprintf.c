/* fprintf.c: formatted output to a stream. C17 7.21.6.1. */
#include <stdio.h>

int fprintf(FILE *restrict stream, const char *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vfprintf(stream, format, arguments);
    va_end(arguments);
    return count;
}
