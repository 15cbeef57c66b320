/* fread.c: read an array. C17 7.21.8.1. */
#include <string.h>

#include "../internal/stream.h"

size_t fread(void *restrict to, size_t size, size_t count, FILE *restrict stream)
{
    unsigned char *target = to;
    size_t wanted = size * count;
    size_t done = 0;

    while (done < wanted) {
        int c = __cutaway_stream_read(stream);
        size_t rest;

        if (c == EOF) {
            return done / size;
        }
        target[done++] = (unsigned char)c;
        rest = stream->end - stream->next;
        rest = rest < wanted - done ? rest : wanted - done;
        memcpy(target + done, stream->buffer + stream->next, rest);
        stream->next += rest;
        done += rest;
    }
    return size == 0 ? 0 : count;
}
