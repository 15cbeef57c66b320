/* swprintf.c: formatted wide output to an array. C17 7.29.2.3. */
#include <wchar.h>

int swprintf(wchar_t *restrict to, size_t size, const wchar_t *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vswprintf(to, size, format, arguments);
    va_end(arguments);
    return count;
}
