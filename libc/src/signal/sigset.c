/* sigset.c: sets of signals. POSIX. */
#include <errno.h>

#include "../internal/signal.h"

int sigemptyset(sigset_t *set)
{
    *set = (sigset_t){{0}};
    return 0;
}

int sigfillset(sigset_t *set)
{
    *set = (sigset_t){{0}};
    set->__bits[0] = ~0UL & ~(3UL << 31); /* 32 and 33 are the threads' own */
    return 0;
}

int sigaddset(sigset_t *set, int signal)
{
    if (!__cutaway_is_signal(signal)) {
        errno = EINVAL;
        return -1;
    }
    set->__bits[0] |= signal_bit(signal);
    return 0;
}

int sigdelset(sigset_t *set, int signal)
{
    if (!__cutaway_is_signal(signal)) {
        errno = EINVAL;
        return -1;
    }
    set->__bits[0] &= ~signal_bit(signal);
    return 0;
}

int sigismember(const sigset_t *set, int signal)
{
    if (!__cutaway_is_signal(signal)) {
        errno = EINVAL;
        return -1;
    }
    return (set->__bits[0] & signal_bit(signal)) != 0;
}
