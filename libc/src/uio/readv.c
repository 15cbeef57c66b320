/* readv.c: read into several arrays. POSIX. */
#include <sys/uio.h>

#include "../internal/system.h"

ssize_t readv(int descriptor, const struct iovec *arrays, int count)
{
    return call3(SYSTEM_READV, descriptor, arrays, count);
}
