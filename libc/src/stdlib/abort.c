/*
 * abort.c: end the program by SIGABRT; what is in buffers is lost. C17 7.22.4.1.
 *
 * A handler may run first, also when the signal is blocked; if it returns, the program ends still.
 */
#include <signal.h>
#include <stdlib.h>

#include "../internal/signal.h"

_Noreturn void abort(void)
{
    const unsigned long mask = signal_bit(SIGABRT);
    const struct kernel_action by_default = {.handler = SIG_DFL};

    raise(SIGABRT);
    __cutaway_change_mask(SIG_UNBLOCK, &mask, NULL);
    __cutaway_change_action(SIGABRT, &by_default, NULL);
    raise(SIGABRT);
    _Exit(127);
}
