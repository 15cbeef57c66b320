/* ftell.c: the place in a file. C17 7.21.9.4. */
#include "../internal/stream.h"

long ftell(FILE *stream)
{
    return __cutaway_stream_tell(stream);
}
