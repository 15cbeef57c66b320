/* posix_fallocate.c: make sure that a file has room; errors are returned. POSIX. */
#include <fcntl.h>

#include "../internal/system.h"

int posix_fallocate(int descriptor, off_t offset, off_t length)
{
    return (int)-ask4(SYSTEM_FALLOCATE, descriptor, 0, offset, length);
}
