/* vwprintf.c: formatted wide output to stdout. C17 7.29.2.9. */
#include <wchar.h>

int vwprintf(const wchar_t *restrict format, va_list arguments)
{
    return vfwprintf(stdout, format, arguments);
}
