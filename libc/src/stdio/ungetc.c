/* ungetc.c: push one character back, to be read next. C17 7.21.7.10. */
#include "../internal/stream.h"

int ungetc(int c, FILE *stream)
{
    if (c == EOF || stream->pushed_back != EOF || !stream->readable) {
        return EOF;
    }
    if (stream->writing) {
        if (__cutaway_stream_flush(stream) == EOF) {
            return EOF;
        }
        stream->writing = false;
    }
    stream->pushed_back = (unsigned char)c;
    stream->at_end = false;
    return stream->pushed_back;
}
