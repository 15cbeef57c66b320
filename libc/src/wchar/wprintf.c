/* wprintf.c: formatted wide output to stdout. C17 7.29.2.11. */
#include <wchar.h>

int wprintf(const wchar_t *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vfwprintf(stdout, format, arguments);
    va_end(arguments);
    return count;
}
