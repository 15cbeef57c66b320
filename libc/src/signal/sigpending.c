/* sigpending.c: the signals that wait to be delivered. POSIX. */
#include "../internal/signal.h"
#include "../internal/system.h"

int sigpending(sigset_t *set)
{
    *set = (sigset_t){{0}};
    return (int)call2(SYSTEM_RT_SIGPENDING, &set->__bits[0], KERNEL_MASK_SIZE);
}
