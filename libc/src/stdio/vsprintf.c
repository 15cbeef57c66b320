/* vsprintf.c: formatted output to an array. C17 7.21.6.13. */
#include <stdint.h>
#include <stdio.h>

int vsprintf(char *restrict to, const char *restrict format, va_list arguments)
{
    return vsnprintf(to, SIZE_MAX, format, arguments);
}
