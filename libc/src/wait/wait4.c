/* wait4.c: wait for a child process, and learn what it has used. BSD. */
#include <sys/wait.h>

#include "../internal/system.h"

pid_t wait4(pid_t process, int *status, int options, struct rusage *usage)
{
    return (pid_t)call4(SYSTEM_WAIT4, process, status, options, usage);
}

pid_t wait3(int *status, int options, struct rusage *usage)
{
    return wait4(-1, status, options, usage);
}
