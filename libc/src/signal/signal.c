/* signal.c: choose what a signal does; calls that it interrupts go on. C17 7.14.1.1. */
#include "../internal/signal.h"

void (*signal(int number, void (*handler)(int)))(int)
{
    struct kernel_action action = {.handler = handler, .flags = SA_RESTART};
    struct kernel_action before;

    if (__cutaway_is_signal(number)) {
        action.mask = signal_bit(number);
    }
    if (__cutaway_change_action(number, &action, &before) != 0) {
        return SIG_ERR;
    }
    return before.handler;
}
