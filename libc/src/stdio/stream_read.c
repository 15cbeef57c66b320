/* stream_read.c: the reading half of a stream. C17 7.21.3. */
#include <errno.h>

#include "../internal/stream.h"

/* Shows what was asked before the answer is waited for: C17 7.21.3p3 asks it of unbuffered and of line-buffered input. */
static void flush_lines(const FILE *asking)
{
    if (asking->buffering == _IOFBF) {
        return;
    }
    for (FILE *each = __cutaway_open_streams; each != NULL; each = each->next_stream) {
        if (each->buffering == _IOLBF) {
            __cutaway_stream_flush(each);
        }
    }
}

/* Asks the device for more bytes; false at the end of input or on an error. */
static bool refill(FILE *stream)
{
    ssize_t count;

    flush_lines(stream);
    do {
        size_t wanted = stream->buffering == _IONBF ? 1 : stream->capacity;

        count = __cutaway_device_read(stream, stream->buffer, wanted);
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

/* Makes a stream that has written one that reads; false when it cannot. */
static bool begin_to_read(FILE *stream)
{
    if (!stream->readable) {
        errno = EBADF;
        stream->failed = true;
        return false;
    }
    if (stream->writing) {
        if (__cutaway_stream_flush(stream) == EOF) {
            return false;
        }
        stream->writing = false;
    }
    return true;
}

int __cutaway_stream_read(FILE *stream)
{
    int c = stream->pushed_back;

    if (c != EOF) {
        stream->pushed_back = EOF;
        return c;
    }
    if (!begin_to_read(stream)) {
        return EOF;
    }
    if (stream->next == stream->end && (stream->at_end || !refill(stream))) {
        return EOF;
    }
    return stream->buffer[stream->next++];
}
