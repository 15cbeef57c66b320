/* writev.c: write several arrays. POSIX. */
#include <sys/uio.h>

#include "../internal/system.h"

ssize_t writev(int descriptor, const struct iovec *arrays, int count)
{
    return call3(SYSTEM_WRITEV, descriptor, arrays, count);
}
