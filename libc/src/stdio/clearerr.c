/* clearerr.c: forget the end of the file and errors. C17 7.21.10.1. */
#include "../internal/stream.h"

void clearerr(FILE *stream)
{
    stream->at_end = false;
    stream->failed = false;
}
