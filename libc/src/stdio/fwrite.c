/* fwrite.c: write an array. C17 7.21.8.2. */
#include "../internal/stream.h"

size_t fwrite(const void *restrict from, size_t size, size_t count, FILE *restrict stream)
{
    if (size == 0 || count == 0) {
        return 0;
    }
    return __cutaway_stream_write(stream, from, size * count) / size;
}
