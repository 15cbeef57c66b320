/* stream_write.c: the writing half of a stream. C17 7.21.3. */
#include <errno.h>
#include <unistd.h>

#include "../internal/start.h"
#include "../internal/stream.h"

FILE *__cutaway_written_streams;

static void flush_all(void)
{
    fflush(NULL);
}

/* Gives all bytes to the system, in as many calls as it takes. Returns how many it accepted. */
static size_t write_out(FILE *stream, const unsigned char *bytes, size_t count)
{
    size_t written = 0;

    while (written < count) {
        ssize_t now = write(stream->descriptor, bytes + written, count - written);

        if (now > 0) {
            written += (size_t)now;
        } else if (now == 0 || errno != EINTR) {
            stream->failed = true;
            break;
        }
    }
    return written;
}

int __cutaway_stream_flush(FILE *stream)
{
    size_t held = stream->writable ? stream->end : 0;

    if (held == 0) {
        return 0;
    }
    stream->end = 0;
    return write_out(stream, stream->buffer, held) == held ? 0 : EOF;
}

/* Makes sure that exit and fflush(NULL) will think of this stream. */
static void list_stream(FILE *stream)
{
    if (!stream->listed) {
        stream->listed = true;
        stream->next_stream = __cutaway_written_streams;
        __cutaway_written_streams = stream;
        __cutaway_flush_streams = flush_all;
    }
}

size_t __cutaway_stream_write(FILE *stream, const char *bytes, size_t count)
{
    bool line_ended = false;

    if (!stream->writable) {
        errno = EBADF;
        stream->failed = true;
        return 0;
    }
    if (stream->buffering == _IONBF) {
        return write_out(stream, (const unsigned char *)bytes, count);
    }
    list_stream(stream);
    for (size_t i = 0; i < count; i++) {
        stream->buffer[stream->end++] = (unsigned char)bytes[i];
        line_ended = line_ended || bytes[i] == '\n';
        if (stream->end == stream->capacity && __cutaway_stream_flush(stream) == EOF) {
            return i;
        }
    }
    if (stream->buffering == _IOLBF && line_ended && __cutaway_stream_flush(stream) == EOF) {
        return 0;
    }
    return count;
}
