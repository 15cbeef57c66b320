/* vfscanf.c: formatted input from a stream. C17 7.21.6.9. */
#include <stdio.h>

#include "../internal/scan.h"

struct stream_source {
    struct source source; /* first, so that a pointer to it is one to the whole */
    FILE *stream;
};

static int take_from_stream(struct source *source)
{
    return fgetc(((struct stream_source *)source)->stream);
}

static void give_back_to_stream(struct source *source, int c)
{
    ungetc(c, ((struct stream_source *)source)->stream);
}

int vfscanf(FILE *restrict stream, const char *restrict format, va_list arguments)
{
    struct stream_source source = {{take_from_stream, give_back_to_stream}, stream};

    return __cutaway_scan(&source.source, format, arguments);
}
