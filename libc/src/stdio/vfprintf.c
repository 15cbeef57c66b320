/* vfprintf.c: formatted output to a stream. C17 7.21.6.8. */
#include "../internal/format.h"
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

int vfprintf(FILE *restrict stream, const char *restrict format, va_list arguments)
{
    struct stream_sink sink = {{put_in_stream}, stream};

    return __cutaway_format(&sink.sink, format, arguments);
}
