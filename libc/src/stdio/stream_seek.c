/* stream_seek.c: go to a place in a file. C17 7.21.9.2. */
#include "../internal/stream.h"

int __cutaway_stream_seek(FILE *stream, off_t offset, int origin)
{
    if (__cutaway_stream_flush(stream) == EOF) {
        return -1;
    }
    if (origin == SEEK_CUR) {
        offset -= __cutaway_stream_ahead(stream);
    }
    if (__cutaway_device_seek(stream, offset, origin) < 0) {
        return -1;
    }
    stream->next = 0;
    stream->end = 0;
    stream->pushed_back = EOF;
    stream->pushed_back_wide = WEOF;
    stream->shift = (mbstate_t){0};
    stream->writing = false;
    stream->at_end = false;
    return 0;
}
