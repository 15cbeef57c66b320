/* wait.c: wait for a child process. POSIX. */
#include <sys/wait.h>

#include "../internal/system.h"

pid_t wait(int *status)
{
    return (pid_t)call4(SYSTEM_WAIT4, -1, status, 0, NULL);
}
