/* fileno.c: the descriptor of a stream. POSIX. */
#include "../internal/stream.h"

int fileno(FILE *stream)
{
    return stream->descriptor;
}
