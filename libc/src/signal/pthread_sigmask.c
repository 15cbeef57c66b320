/* pthread_sigmask.c: the mask of blocked signals of this thread; errors are returned. POSIX. */
#include <errno.h>

#include "../internal/signal.h"

int pthread_sigmask(int how, const sigset_t *restrict set, sigset_t *restrict before)
{
    return sigprocmask(how, set, before) == 0 ? 0 : errno;
}
