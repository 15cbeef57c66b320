/* sigsuspend.c: wait for a signal under another mask. POSIX. */
#include "../internal/signal.h"
#include "../internal/system.h"

int sigsuspend(const sigset_t *set)
{
    return (int)call2(SYSTEM_RT_SIGSUSPEND, &set->__bits[0], KERNEL_MASK_SIZE);
}
