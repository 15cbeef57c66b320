/*
 * freopen.c: another file for a stream, under the descriptor that it had. C17 7.21.5.4.
 *
 * Without a name the same file is opened anew, in the other mode.
 */
#include <fcntl.h>
#include <stdlib.h>

#include "../internal/stream.h"
#include "../internal/system.h"

/* Opens the file behind a descriptor once more. */
static int open_again(int descriptor, int flags)
{
    char path[32];

    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    return (int)call4(SYSTEM_OPENAT, WORKING_DIRECTORY, path, flags & ~(O_CREAT | O_EXCL), 0);
}

/* Opens the file, and lets it take the descriptor's place: that, or -1. */
static int open_in_place(const char *path, int flags, int place)
{
    int descriptor;
    int moved;

    descriptor = path == NULL
                     ? open_again(place, flags)
                     : (int)call4(SYSTEM_OPENAT, WORKING_DIRECTORY, path, flags, 0666);
    if (descriptor < 0 || place < 0 || descriptor == place) {
        return descriptor;
    }
    moved = (int)call3(SYSTEM_DUP3, descriptor, place, flags & O_CLOEXEC);
    ask1(SYSTEM_CLOSE, descriptor);
    return moved;
}

FILE *freopen(const char *restrict path, const char *restrict mode, FILE *restrict stream)
{
    int flags = __cutaway_open_flags(mode);
    int descriptor = -1;

    __cutaway_stream_flush(stream);
    if (flags >= 0) {
        descriptor = open_in_place(path, flags, stream->descriptor);
    }
    if (descriptor < 0) {
        fclose(stream);
        return NULL;
    }
    __cutaway_attach_stream(stream, descriptor, flags);
    return stream;
}
