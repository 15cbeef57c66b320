/* stream_read.c: the reading half of a stream. C17 7.21.3. */
#include <errno.h>
#include <unistd.h>

#include "../internal/stream.h"

/* Shows what was asked before the answer is waited for. */
static void flush_lines(void)
{
    for (FILE *each = __cutaway_written_streams; each != NULL; each = each->next_stream) {
        if (each->buffering == _IOLBF) {
            __cutaway_stream_flush(each);
        }
    }
}

/* Asks the system for more bytes; false at the end of input or on an error. */
static bool refill(FILE *stream)
{
    ssize_t count;

    flush_lines();
    do {
        size_t wanted = stream->buffering == _IONBF ? 1 : stream->capacity;

        count = read(stream->descriptor, stream->buffer, wanted);
    } while (count < 0 && errno == EINTR);
    if (count < 0) {
        stream->failed = true;
        return false;
    }
    stream->at_end = count == 0;
    stream->next = 0;
    stream->end = (size_t)count;
    return count > 0;
}

int __cutaway_stream_read(FILE *stream)
{
    int c = stream->pushed_back;

    if (c != EOF) {
        stream->pushed_back = EOF;
        return c;
    }
    if (!stream->readable) {
        errno = EBADF;
        stream->failed = true;
        return EOF;
    }
    if (stream->at_end || (stream->next == stream->end && !refill(stream))) {
        return EOF;
    }
    return stream->buffer[stream->next++];
}
