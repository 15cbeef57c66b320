/* posix_fadvise.c: advice, which nobody needs to take; errors are returned. POSIX. */
#include <errno.h>
#include <fcntl.h>

int posix_fadvise(int descriptor, off_t offset, off_t length, int advice)
{
    (void)offset;
    (void)length;
    (void)advice;
    return fcntl(descriptor, F_GETFD) < 0 ? EBADF : 0;
}
