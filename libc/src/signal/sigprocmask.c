/* sigprocmask.c: the mask of blocked signals. POSIX. */
#include "../internal/signal.h"

int sigprocmask(int how, const sigset_t *restrict set, sigset_t *restrict before)
{
    unsigned long mask = 0;

    if (__cutaway_change_mask(how, set != NULL ? &set->__bits[0] : NULL, &mask) != 0) {
        return -1;
    }
    if (before != NULL) {
        *before = (sigset_t){{mask}};
    }
    return 0;
}
