/* ppoll.c: wait for descriptors, under another mask of signals. POSIX. */
#include <poll.h>
#include <stddef.h>

#include "../internal/system.h"

int ppoll(struct pollfd *descriptors, nfds_t count, const struct timespec *timeout,
          const sigset_t *mask)
{
    struct timespec span;

    if (timeout != NULL) {
        span = *timeout;
    }
    return (int)call5(SYSTEM_PPOLL, descriptors, count, timeout != NULL ? &span : NULL, mask, 8);
}
