/* poll.c: wait for descriptors, at most so many milliseconds. POSIX. */
#include <poll.h>
#include <stddef.h>

#include "../internal/system.h"

int poll(struct pollfd *descriptors, nfds_t count, int timeout_milliseconds)
{
    struct timespec span = {timeout_milliseconds / 1000, timeout_milliseconds % 1000 * 1000000L};

    return (int)call5(SYSTEM_PPOLL, descriptors, count, timeout_milliseconds < 0 ? NULL : &span,
                      NULL, 8);
}
