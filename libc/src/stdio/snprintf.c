/* snprintf.c: formatted output to an array of known size. C17 7.21.6.5. */
#include <stdio.h>

int snprintf(char *restrict to, size_t size, const char *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vsnprintf(to, size, format, arguments);
    va_end(arguments);
    return count;
}
