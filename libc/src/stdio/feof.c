/* feof.c: was the end of the file met? C17 7.21.10.2. */
#include "../internal/stream.h"

int feof(FILE *stream)
{
    return stream->at_end;
}
