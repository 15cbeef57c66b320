/* fdopen.c: a stream on a descriptor that is open. POSIX. */
#include <errno.h>
#include <fcntl.h>

#include "../internal/stream.h"
#include "../internal/system.h"

FILE *fdopen(int descriptor, const char *mode)
{
    int flags = __cutaway_open_flags(mode);
    int opened;
    int access;

    if (flags < 0) {
        return NULL;
    }
    opened = (int)call2(SYSTEM_FCNTL, descriptor, F_GETFL);
    if (opened < 0) {
        return NULL;
    }
    access = opened & O_ACCMODE;
    if (access != O_RDWR && access != (flags & O_ACCMODE)) {
        errno = EINVAL;
        return NULL;
    }
    if ((flags & O_APPEND) != 0 && (opened & O_APPEND) == 0) {
        ask3(SYSTEM_FCNTL, descriptor, F_SETFL, opened | O_APPEND);
    }
    return __cutaway_new_stream(descriptor, flags);
}
