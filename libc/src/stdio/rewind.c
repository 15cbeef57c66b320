/* rewind.c: go to the beginning of a file, and forget errors. C17 7.21.9.5. */
#include "../internal/stream.h"

void rewind(FILE *stream)
{
    __cutaway_stream_seek(stream, 0, SEEK_SET);
    clearerr(stream);
}
