/* stream_write.c: the writing half of a stream. C17 7.21.3. */
#include <errno.h>

#include "../internal/stream.h"

/* Gives all bytes to the device, in as many calls as it takes. Returns how many it accepted. */
static size_t write_out(FILE *stream, const unsigned char *bytes, size_t count)
{
    size_t written = 0;

    while (written < count) {
        ssize_t now = __cutaway_device_write(stream, bytes + written, count - written);

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
    size_t held = stream->writing ? stream->end : 0;

    if (held == 0) {
        return 0;
    }
    stream->end = 0;
    return write_out(stream, stream->buffer, held) == held ? 0 : EOF;
}

/* Makes a stream that has read one that writes; false when it cannot. */
static bool begin_to_write(FILE *stream)
{
    if (!stream->writable) {
        errno = EBADF;
        stream->failed = true;
        return false;
    }
    if (!stream->writing) {
        __cutaway_stream_discard(stream);
        stream->next = 0;
        stream->end = 0;
        stream->writing = true;
    }
    return true;
}

size_t __cutaway_stream_write(FILE *stream, const char *bytes, size_t count)
{
    bool line_ended = false;

    if (!begin_to_write(stream)) {
        return 0;
    }
    if (stream->buffering == _IONBF) {
        return write_out(stream, (const unsigned char *)bytes, count);
    }
    __cutaway_list_stream(stream);
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
