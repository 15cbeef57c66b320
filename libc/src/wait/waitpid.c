/* waitpid.c: wait for one child process. POSIX. */
#include <sys/wait.h>

#include "../internal/system.h"

pid_t waitpid(pid_t process, int *status, int options)
{
    return (pid_t)call4(SYSTEM_WAIT4, process, status, options, NULL);
}
