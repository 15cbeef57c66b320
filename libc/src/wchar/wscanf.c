/* wscanf.c: formatted wide input from stdin. C17 7.29.2.12. */
#include <wchar.h>

int wscanf(const wchar_t *restrict format, ...)
{
    va_list arguments;
    int count;

    va_start(arguments, format);
    count = vfwscanf(stdin, format, arguments);
    va_end(arguments);
    return count;
}
