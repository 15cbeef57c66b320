/* pselect.c: wait for descriptors, under another mask of signals. POSIX. */
#include <sys/select.h>

#include "../internal/system.h"

int pselect(int count, fd_set *restrict readable, fd_set *restrict writable,
            fd_set *restrict exceptional, const struct timespec *restrict timeout,
            const sigset_t *restrict mask)
{
    const struct {
        const sigset_t *mask;
        size_t size;
    } under = {mask, 8};
    struct timespec span;

    if (timeout != NULL) {
        span = *timeout;
    }
    return (int)call6(SYSTEM_PSELECT6, count, readable, writable, exceptional,
                      timeout != NULL ? &span : NULL, &under);
}
