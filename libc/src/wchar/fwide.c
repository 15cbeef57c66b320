/* fwide.c: whether a stream is wide. C17 7.29.3.5. */
#include "../internal/stream.h"

int fwide(FILE *stream, int orientation)
{
    if (stream->orientation == 0 && orientation != 0) {
        stream->orientation = orientation > 0 ? 1 : -1;
    }
    return stream->orientation;
}
