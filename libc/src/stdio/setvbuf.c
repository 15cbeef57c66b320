/*
 * setvbuf.c: choose a stream's buffering. C17 7.21.5.6.
 *
 * The caller's buffer is used when it is given; else the stream keeps its own.
 */
#include "../internal/stream.h"

int setvbuf(FILE *restrict stream, char *restrict buffer, int buffering, size_t size)
{
    if (buffering != _IOFBF && buffering != _IOLBF && buffering != _IONBF) {
        return -1;
    }
    if (buffering != _IONBF && buffer != NULL && size > 0) {
        stream->buffer = (unsigned char *)buffer;
        stream->capacity = size;
    }
    if (buffering != _IONBF && stream->capacity == 0) {
        return -1;
    }
    stream->buffering = buffering;
    return 0;
}
