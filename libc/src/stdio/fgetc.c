/* fgetc.c: read a character. C17 7.21.7.1. */
#include "../internal/stream.h"

int fgetc(FILE *stream)
{
    return __cutaway_stream_read(stream);
}
