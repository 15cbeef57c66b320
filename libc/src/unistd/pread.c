/* pread.c: read bytes from a place in a file. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

ssize_t pread(int descriptor, void *to, size_t count, off_t offset)
{
    return call4(SYSTEM_PREAD64, descriptor, to, count, offset);
}
