/* stream_tell.c: the place in a file. C17 7.21.9.4. */
#include "../internal/stream.h"

off_t __cutaway_stream_tell(FILE *stream)
{
    off_t place;

    if (stream->appends && __cutaway_stream_flush(stream) == EOF) {
        return -1;
    }
    place = __cutaway_device_seek(stream, 0, SEEK_CUR);
    if (place < 0) {
        return -1;
    }
    return stream->writing ? place + (off_t)stream->end : place - __cutaway_stream_ahead(stream);
}
