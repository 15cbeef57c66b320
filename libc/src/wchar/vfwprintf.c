/* vfwprintf.c: formatted wide output to a stream. C17 7.29.2.5. */
#include <stdlib.h>

#include "../internal/format.h"
#include "../internal/narrow.h"
#include "../internal/stream.h"

struct stream_sink {
    struct sink sink; /* first, so that a pointer to it is one to the whole */
    FILE *stream;
};

static bool put_in_stream(struct sink *sink, const char *characters, size_t count)
{
    FILE *stream = ((struct stream_sink *)sink)->stream;

    return __cutaway_stream_write(stream, characters, count) == count;
}

int vfwprintf(FILE *restrict stream, const wchar_t *restrict format, va_list arguments)
{
    struct stream_sink sink = {{put_in_stream, true}, stream};
    char *bytes = __cutaway_narrow_format(format);
    int count = -1;

    fwide(stream, 1);
    if (bytes != NULL) {
        count = __cutaway_format(&sink.sink, bytes, arguments);
    }
    free(bytes);
    return count;
}
