/* new_stream.c: a stream on a descriptor. C17 7.21.3. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>

#include "../internal/stream.h"
#include "../internal/system.h"

/* Whether a descriptor is of a terminal, whose lines are shown as they end. C17 7.21.5.3p8. */
static bool is_terminal(int descriptor)
{
    unsigned char settings[64];

    return ask3(SYSTEM_IOCTL, descriptor, TCGETS, settings) == 0;
}

void __cutaway_attach_stream(FILE *stream, int descriptor, int flags)
{
    int access = flags & O_ACCMODE;

    stream->device = NULL;
    stream->descriptor = descriptor;
    stream->buffering = is_terminal(descriptor) ? _IOLBF : _IOFBF;
    stream->next = 0;
    stream->end = 0;
    stream->pushed_back = EOF;
    stream->pushed_back_wide = WEOF;
    stream->shift = (mbstate_t){0};
    stream->orientation = 0;
    stream->readable = access != O_WRONLY;
    stream->writable = access != O_RDONLY;
    stream->appends = (flags & O_APPEND) != 0;
    stream->writing = false;
    stream->at_end = false;
    stream->failed = false;
    __cutaway_list_stream(stream);
}

FILE *__cutaway_new_stream(int descriptor, int flags)
{
    struct opened_stream *opened = calloc(1, sizeof *opened);

    if (opened == NULL) {
        return NULL;
    }
    opened->file.buffer = opened->buffer;
    opened->file.capacity = sizeof opened->buffer;
    opened->file.allocated = true;
    __cutaway_attach_stream(&opened->file, descriptor, flags);
    return &opened->file;
}
