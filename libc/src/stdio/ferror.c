/* ferror.c: did reading or writing fail? C17 7.21.10.3. */
#include "../internal/stream.h"

int ferror(FILE *stream)
{
    return stream->failed;
}
