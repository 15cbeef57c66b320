/* fgetwc.c: read a wide character. C17 7.29.3.1. */
#include <errno.h>

#include "../internal/stream.h"

wint_t fgetwc(FILE *stream)
{
    wint_t pushed = stream->pushed_back_wide;
    wchar_t c;

    fwide(stream, 1);
    if (pushed != WEOF) {
        stream->pushed_back_wide = WEOF;
        return pushed;
    }
    for (;;) {
        int byte = __cutaway_stream_read(stream);
        char character = (char)byte;
        size_t taken;

        if (byte == EOF) {
            if (!mbsinit(&stream->shift)) { /* in the middle of a character */
                errno = EILSEQ;
                stream->failed = true;
            }
            return WEOF;
        }
        taken = mbrtowc(&c, &character, 1, &stream->shift);
        if (taken == (size_t)-1) {
            stream->shift = (mbstate_t){0};
            stream->failed = true;
            return WEOF;
        }
        if (taken != (size_t)-2) {
            return (wint_t)c;
        }
    }
}
