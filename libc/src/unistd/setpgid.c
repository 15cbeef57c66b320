/* setpgid.c: put a process in a process group. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int setpgid(pid_t process, pid_t group)
{
    return (int)call2(SYSTEM_SETPGID, process, group);
}
