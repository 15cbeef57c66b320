/* sys/uio.h: read and write several arrays at once. POSIX. */
#ifndef _SYS_UIO_H
#define _SYS_UIO_H

#include <sys/types.h>

struct iovec {
    void *iov_base;
    size_t iov_len;
};

ssize_t preadv(int descriptor, const struct iovec *arrays, int count, off_t offset);
ssize_t pwritev(int descriptor, const struct iovec *arrays, int count, off_t offset);
ssize_t readv(int descriptor, const struct iovec *arrays, int count);
ssize_t writev(int descriptor, const struct iovec *arrays, int count);

#endif
