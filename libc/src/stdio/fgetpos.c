/* fgetpos.c: keep the place in a file. C17 7.21.9.1. */
#include "../internal/stream.h"

int fgetpos(FILE *restrict stream, fpos_t *restrict position)
{
    off_t place = __cutaway_stream_tell(stream);

    if (place < 0) {
        return -1;
    }
    *position = (fpos_t){.__place = place, .__shift = stream->shift};
    return 0;
}
