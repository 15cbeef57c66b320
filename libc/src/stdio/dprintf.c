/* dprintf.c: formatted output to a descriptor. POSIX. */
#include <stdio.h>

int dprintf(int descriptor, const char *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vdprintf(descriptor, format, arguments);
    va_end(arguments);
    return count;
}
