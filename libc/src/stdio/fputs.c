/* fputs.c: write a string. C17 7.21.7.4. */
#include <string.h>

#include "../internal/stream.h"

int fputs(const char *restrict string, FILE *restrict stream)
{
    size_t length = strlen(string);

    return __cutaway_stream_write(stream, string, length) == length ? 0 : EOF;
}
