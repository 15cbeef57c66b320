/* signal.h: signals as Linux takes them, whose sets are one word. */
#ifndef CUTAWAY_SIGNAL_H
#define CUTAWAY_SIGNAL_H

#include <signal.h>
#include <stdbool.h>

enum {
    KERNEL_MASK_SIZE = 8, /* in bytes */
    SIGNAL_COUNT = 64     /* they are numbered from 1 */
};

/* What rt_sigaction takes on RISC-V, where handlers return through code of the kernel's. */
struct kernel_action {
    void (*handler)(int);
    unsigned long flags;
    unsigned long mask;
    unsigned long room; /* some emulators take and give a word more */
};

/* The bit of a signal in a mask. */
#define signal_bit(signal) (1UL << ((signal)-1))

/* Whether a signal of that number exists. */
bool __cutaway_is_signal(int signal);

/* rt_sigprocmask: 0, or -1 and errno. Either mask may be null. */
int __cutaway_change_mask(int how, const unsigned long *mask, unsigned long *before);

/* rt_sigaction: 0, or -1 and errno. Either action may be null. */
int __cutaway_change_action(int signal, const struct kernel_action *action,
                            struct kernel_action *before);

#endif
