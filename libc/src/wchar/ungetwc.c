/* ungetwc.c: push one wide character back, to be read next. C17 7.29.3.10. */
#include "../internal/stream.h"

wint_t ungetwc(wint_t c, FILE *stream)
{
    fwide(stream, 1);
    if (c < 0x80) {
        return ungetc((int)c, stream) == EOF ? WEOF : c;
    }
    if (c == WEOF || stream->pushed_back_wide != WEOF || !stream->readable) {
        return WEOF;
    }
    stream->pushed_back_wide = c;
    stream->at_end = false;
    return c;
}
