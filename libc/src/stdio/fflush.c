/*
 * fflush.c: hand buffered output to the system; of every stream for NULL. C17 7.21.5.2.
 *
 * Of a stream that reads, what was read ahead is given up, if its file can be read again. POSIX.
 */
#include <errno.h>

#include "../internal/stream.h"

int fflush(FILE *stream)
{
    int result = 0;
    int number = errno;

    if (stream == NULL) {
        for (FILE *each = __cutaway_open_streams; each != NULL; each = each->next_stream) {
            if (__cutaway_stream_flush(each) == EOF) {
                result = EOF;
            }
        }
        return result;
    }
    if (stream->writing) {
        return __cutaway_stream_flush(stream);
    }
    if (__cutaway_stream_ahead(stream) != 0) {
        __cutaway_stream_discard(stream);
        errno = number;
    }
    return 0;
}
