/* vprintf.c: formatted output to stdout. C17 7.21.6.10. */
#include <stdio.h>

int vprintf(const char *restrict format, va_list arguments)
{
    return vfprintf(stdout, format, arguments);
}
