/* getsid.c: the session of a process. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

pid_t getsid(pid_t process)
{
    return (pid_t)call1(SYSTEM_GETSID, process);
}
