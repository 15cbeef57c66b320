/* asprintf.c: formatted output to an array that is allocated for it. GNU. */
#include <stdio.h>

int asprintf(char **restrict to, const char *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vasprintf(to, format, arguments);
    va_end(arguments);
    return count;
}
