/* fscanf.c: formatted input from a stream. C17 7.21.6.2. */
#include <stdio.h>

int fscanf(FILE *restrict stream, const char *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vfscanf(stream, format, arguments);
    va_end(arguments);
    return count;
}
