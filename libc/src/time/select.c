/* select.c: wait for descriptors, at most so many microseconds. POSIX. */
#include <sys/select.h>

#include "../internal/system.h"

int select(int count, fd_set *restrict readable, fd_set *restrict writable,
           fd_set *restrict exceptional, struct timeval *restrict timeout)
{
    struct timespec span;
    long result;

    if (timeout == NULL) {
        return (int)call6(SYSTEM_PSELECT6, count, readable, writable, exceptional, NULL, NULL);
    }
    span.tv_sec = timeout->tv_sec + timeout->tv_usec / 1000000;
    span.tv_nsec = timeout->tv_usec % 1000000 * 1000;
    result = call6(SYSTEM_PSELECT6, count, readable, writable, exceptional, &span, NULL);
    timeout->tv_sec = span.tv_sec;
    timeout->tv_usec = span.tv_nsec / 1000;
    return (int)result;
}
