/* getc_unlocked.c: getc; streams have no locks here. POSIX. */
#include "../internal/stream.h"

int getc_unlocked(FILE *stream)
{
    return __cutaway_stream_read(stream);
}
