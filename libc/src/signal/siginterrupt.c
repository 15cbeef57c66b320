/* siginterrupt.c: whether calls that a signal interrupts fail or go on. POSIX. */
#include <signal.h>

int siginterrupt(int signal, int fails)
{
    struct sigaction action;

    if (sigaction(signal, NULL, &action) != 0) {
        return -1;
    }
    action.sa_flags = fails ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
    return sigaction(signal, &action, NULL);
}
