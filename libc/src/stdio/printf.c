/* printf.c: formatted output to stdout. C17 7.21.6.3. */
#include <stdio.h>

int printf(const char *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vfprintf(stdout, format, arguments);
    va_end(arguments);
    return count;
}
