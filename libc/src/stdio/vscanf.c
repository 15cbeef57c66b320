/* vscanf.c: formatted input from stdin. C17 7.21.6.11. */
#include <stdio.h>

int vscanf(const char *restrict format, va_list arguments)
{
    return vfscanf(stdin, format, arguments);
}
