/* fseek.c: go to a place in a file. C17 7.21.9.2. */
#include "../internal/stream.h"

int fseek(FILE *stream, long offset, int origin)
{
    return __cutaway_stream_seek(stream, offset, origin);
}
