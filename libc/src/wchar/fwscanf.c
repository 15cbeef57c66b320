/* fwscanf.c: formatted wide input from a stream. C17 7.29.2.2. */
#include <wchar.h>

int fwscanf(FILE *restrict stream, const wchar_t *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vfwscanf(stream, format, arguments);
    va_end(arguments);
    return count;
}
