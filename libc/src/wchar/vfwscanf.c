/* vfwscanf.c: formatted wide input from a stream. C17 7.29.2.6. */
#include <stdlib.h>

#include "../internal/narrow.h"
#include "../internal/scan.h"
#include "../internal/stream.h"

int vfwscanf(FILE *restrict stream, const wchar_t *restrict format, va_list arguments)
{
    char *bytes = __cutaway_narrow_format(format);
    int count = EOF;

    fwide(stream, 1);
    if (bytes != NULL) {
        count = vfscanf(stream, bytes, arguments);
    }
    free(bytes);
    return count;
}
