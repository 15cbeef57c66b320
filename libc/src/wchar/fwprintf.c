/* fwprintf.c: formatted wide output to a stream. C17 7.29.2.1. */
#include <wchar.h>

int fwprintf(FILE *restrict stream, const wchar_t *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vfwprintf(stream, format, arguments);
    va_end(arguments);
    return count;
}
