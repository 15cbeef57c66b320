/* sigtimedwait.c: take a blocked signal, waiting at most so long. POSIX. */
#include "../internal/signal.h"
#include "../internal/system.h"

int sigtimedwait(const sigset_t *restrict set, siginfo_t *restrict information,
                 const struct timespec *restrict timeout)
{
    return (int)call4(SYSTEM_RT_SIGTIMEDWAIT, &set->__bits[0], information, timeout,
                      KERNEL_MASK_SIZE);
}
