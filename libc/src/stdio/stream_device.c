/* stream_device.c: what a stream leads to: a descriptor, or memory. */
#include <errno.h>

#include "../internal/stream.h"
#include "../internal/system.h"

ssize_t __cutaway_device_read(FILE *stream, unsigned char *to, size_t count)
{
    if (stream->device == NULL) {
        return call3(SYSTEM_READ, stream->descriptor, to, count);
    }
    if (stream->device->read == NULL) {
        errno = EBADF;
        return -1;
    }
    return stream->device->read(stream, to, count);
}

ssize_t __cutaway_device_write(FILE *stream, const unsigned char *from, size_t count)
{
    if (stream->device == NULL) {
        return call3(SYSTEM_WRITE, stream->descriptor, from, count);
    }
    if (stream->device->write == NULL) {
        errno = EBADF;
        return -1;
    }
    return stream->device->write(stream, from, count);
}

off_t __cutaway_device_seek(FILE *stream, off_t offset, int origin)
{
    if (stream->device == NULL) {
        return call3(SYSTEM_LSEEK, stream->descriptor, offset, origin);
    }
    if (stream->device->seek == NULL) {
        errno = ESPIPE;
        return -1;
    }
    return stream->device->seek(stream, offset, origin);
}

off_t __cutaway_stream_ahead(const FILE *stream)
{
    if (stream->writing) {
        return 0;
    }
    return (off_t)(stream->end - stream->next) + (stream->pushed_back != EOF);
}

int __cutaway_stream_discard(FILE *stream)
{
    off_t ahead = __cutaway_stream_ahead(stream);

    if (ahead != 0 && __cutaway_device_seek(stream, -ahead, SEEK_CUR) < 0) {
        return EOF;
    }
    stream->next = 0;
    stream->end = 0;
    stream->pushed_back = EOF;
    stream->pushed_back_wide = WEOF;
    return 0;
}
