/* killpg.c: send a signal to a process group. POSIX. */
#include <errno.h>
#include <signal.h>

int killpg(pid_t group, int signal)
{
    if (group < 0) {
        errno = EINVAL;
        return -1;
    }
    return kill(-group, signal);
}
