/* stream_list.c: the list of open streams, which exit flushes. C17 7.22.4.4p4. */
#include "../internal/start.h"
#include "../internal/stream.h"

FILE *__cutaway_open_streams;

static void flush_all(void)
{
    fflush(NULL);
}

void __cutaway_list_stream(FILE *stream)
{
    if (!stream->listed) {
        stream->listed = true;
        stream->next_stream = __cutaway_open_streams;
        __cutaway_open_streams = stream;
        __cutaway_flush_streams = flush_all;
    }
}

void __cutaway_unlist_stream(FILE *stream)
{
    FILE **link = &__cutaway_open_streams;

    while (*link != NULL && *link != stream) {
        link = &(*link)->next_stream;
    }
    if (*link != NULL) {
        *link = stream->next_stream;
    }
    stream->listed = false;
}
