/* vwscanf.c: formatted wide input from stdin. C17 7.29.2.10. */
#include <wchar.h>

int vwscanf(const wchar_t *restrict format, va_list arguments)
{
    return vfwscanf(stdin, format, arguments);
}
