/* fputwc.c: write a wide character. C17 7.29.3.3. */
#include <limits.h>

#include "../internal/stream.h"

wint_t fputwc(wchar_t c, FILE *stream)
{
    char bytes[MB_LEN_MAX];
    size_t length = wcrtomb(bytes, c, &stream->shift);

    fwide(stream, 1);
    if (length == (size_t)-1) {
        stream->failed = true;
        return WEOF;
    }
    return __cutaway_stream_write(stream, bytes, length) == length ? (wint_t)c : WEOF;
}
