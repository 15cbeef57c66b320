/* fclose.c: flush a stream and close its file. C17 7.21.5.1. */
#include <stdlib.h>

#include "../internal/stream.h"

int fclose(FILE *stream)
{
    int result = __cutaway_detach_stream(stream);

    if (stream->allocated) {
        free(stream);
    }
    return result;
}
