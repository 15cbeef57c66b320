/* fileno.c: the descriptor of a stream. POSIX. */
#include <errno.h>

#include "../internal/stream.h"

int fileno(FILE *stream)
{
    if (stream->descriptor < 0) {
        errno = EBADF;
    }
    return stream->descriptor;
}
