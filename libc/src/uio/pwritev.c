/* pwritev.c: write several arrays to a place. BSD. */
#include <sys/uio.h>

#include "../internal/system.h"

ssize_t pwritev(int descriptor, const struct iovec *arrays, int count, off_t offset)
{
    return call5(SYSTEM_PWRITEV, descriptor, arrays, count, offset, 0);
}
