/* sigaction.c: choose what a signal does, in detail. POSIX. */
#include "../internal/signal.h"

int sigaction(int signal, const struct sigaction *restrict action,
              struct sigaction *restrict before)
{
    struct kernel_action wanted = {0};
    struct kernel_action previous;

    if (action != NULL) {
        wanted.handler = action->sa_handler;
        wanted.flags = (unsigned long)action->sa_flags;
        wanted.mask = action->sa_mask.__bits[0];
    }
    if (__cutaway_change_action(signal, action != NULL ? &wanted : NULL, &previous) != 0) {
        return -1;
    }
    if (before != NULL) {
        *before = (struct sigaction){.sa_flags = (int)previous.flags};
        before->sa_handler = previous.handler;
        before->sa_mask.__bits[0] = previous.mask;
    }
    return 0;
}
