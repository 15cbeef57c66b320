/* pwrite.c: write bytes to a place in a file. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

ssize_t pwrite(int descriptor, const void *from, size_t count, off_t offset)
{
    return call4(SYSTEM_PWRITE64, descriptor, from, count, offset);
}
