/* ftello.c: the place in a file. POSIX. */
#include "../internal/stream.h"

off_t ftello(FILE *stream)
{
    return __cutaway_stream_tell(stream);
}
