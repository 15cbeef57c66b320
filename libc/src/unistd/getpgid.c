/* getpgid.c: the process group of a process. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

pid_t getpgid(pid_t process)
{
    return (pid_t)call1(SYSTEM_GETPGID, process);
}
