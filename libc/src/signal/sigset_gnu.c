/* sigset_gnu.c: more about sets of signals. GNU. */
#include "../internal/signal.h"

int sigisemptyset(const sigset_t *set)
{
    return set->__bits[0] == 0;
}

int sigandset(sigset_t *result, const sigset_t *left, const sigset_t *right)
{
    *result = (sigset_t){{left->__bits[0] & right->__bits[0]}};
    return 0;
}

int sigorset(sigset_t *result, const sigset_t *left, const sigset_t *right)
{
    *result = (sigset_t){{left->__bits[0] | right->__bits[0]}};
    return 0;
}
