/* vswscanf.c: formatted input from a wide string. C17 7.29.2.8. */
#include <stdlib.h>

#include "../internal/narrow.h"

int vswscanf(const wchar_t *restrict from, const wchar_t *restrict format, va_list arguments)
{
    char *bytes = __cutaway_narrow_format(format);
    char *text = __cutaway_narrow_format(from);
    int count = EOF;

    if (bytes != NULL && text != NULL) {
        count = vsscanf(text, bytes, arguments);
    }
    free(text);
    free(bytes);
    return count;
}
