/* sigwait.c: take a blocked signal; errors are returned. POSIX. */
#include <errno.h>
#include <signal.h>

int sigwait(const sigset_t *restrict set, int *restrict signal)
{
    int taken;

    do {
        taken = sigtimedwait(set, NULL, NULL);
    } while (taken < 0 && errno == EINTR);
    if (taken < 0) {
        return errno;
    }
    *signal = taken;
    return 0;
}
