/* preadv.c: read from a place into several arrays. BSD. */
#include <sys/uio.h>

#include "../internal/system.h"

ssize_t preadv(int descriptor, const struct iovec *arrays, int count, off_t offset)
{
    return call5(SYSTEM_PREADV, descriptor, arrays, count, offset, 0);
}
