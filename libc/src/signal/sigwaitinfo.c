/* sigwaitinfo.c: take a blocked signal, and learn what it says. POSIX. */
#include <signal.h>

int sigwaitinfo(const sigset_t *restrict set, siginfo_t *restrict information)
{
    return sigtimedwait(set, information, NULL);
}
