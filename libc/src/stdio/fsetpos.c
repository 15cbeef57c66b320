/* fsetpos.c: go back to a place that was kept. C17 7.21.9.3. */
#include "../internal/stream.h"

int fsetpos(FILE *stream, const fpos_t *position)
{
    if (__cutaway_stream_seek(stream, position->__place, SEEK_SET) != 0) {
        return -1;
    }
    stream->shift = position->__shift;
    return 0;
}
