/* kernel.c: the system calls about signals that several functions make. */
#include "../internal/signal.h"
#include "../internal/system.h"

bool __cutaway_is_signal(int signal)
{
    return signal >= 1 && signal <= SIGNAL_COUNT;
}

int __cutaway_change_mask(int how, const unsigned long *mask, unsigned long *before)
{
    return (int)call4(SYSTEM_RT_SIGPROCMASK, how, mask, before, KERNEL_MASK_SIZE);
}

int __cutaway_change_action(int signal, const struct kernel_action *action,
                            struct kernel_action *before)
{
    return (int)call4(SYSTEM_RT_SIGACTION, signal, action, before, KERNEL_MASK_SIZE);
}
