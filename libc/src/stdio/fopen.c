/* fopen.c: open a file. C17 7.21.5.3. */
#include <errno.h>

#include "../internal/stream.h"
#include "../internal/system.h"

FILE *fopen(const char *restrict path, const char *restrict mode)
{
    int flags = __cutaway_open_flags(mode);
    int descriptor;
    FILE *stream;

    if (flags < 0) {
        return NULL;
    }
    descriptor = (int)call4(SYSTEM_OPENAT, WORKING_DIRECTORY, path, flags, 0666);
    if (descriptor < 0) {
        return NULL;
    }
    stream = __cutaway_new_stream(descriptor, flags);
    if (stream == NULL) {
        ask1(SYSTEM_CLOSE, descriptor);
    }
    return stream;
}
