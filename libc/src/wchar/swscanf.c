/* swscanf.c: formatted input from a wide string. C17 7.29.2.4. */
#include <wchar.h>

int swscanf(const wchar_t *restrict from, const wchar_t *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vswscanf(from, format, arguments);
    va_end(arguments);
    return count;
}
