/* fread.c: read an array. C17 7.21.8.1. */
#include "../internal/stream.h"

size_t fread(void *restrict to, size_t size, size_t count, FILE *restrict stream)
{
    unsigned char *target = to;

    for (size_t done = 0; done < size * count; done++) {
        int c = __cutaway_stream_read(stream);

        if (c == EOF) {
            return done / size;
        }
        target[done] = (unsigned char)c;
    }
    return size == 0 ? 0 : count;
}
