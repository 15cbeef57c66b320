/* fseeko.c: go to a place in a file. POSIX. */
#include "../internal/stream.h"

int fseeko(FILE *stream, off_t offset, int origin)
{
    return __cutaway_stream_seek(stream, offset, origin);
}
