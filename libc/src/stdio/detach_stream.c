/* detach_stream.c: what fclose and freopen have in common. C17 7.21.5.1p2. */
#include "../internal/stream.h"
#include "../internal/system.h"

/* Closes what the stream leads to. */
static int close_device(FILE *stream)
{
    if (stream->device == NULL) {
        return call1(SYSTEM_CLOSE, stream->descriptor) < 0 ? EOF : 0;
    }
    return stream->device->close != NULL ? stream->device->close(stream) : 0;
}

int __cutaway_detach_stream(FILE *stream)
{
    int result = __cutaway_stream_flush(stream);

    if (!stream->writing) {
        __cutaway_stream_discard(stream);
    }
    if (close_device(stream) == EOF) {
        result = EOF;
    }
    __cutaway_unlist_stream(stream);
    stream->descriptor = -1;
    stream->readable = false;
    stream->writable = false;
    return result;
}
