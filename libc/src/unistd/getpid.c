/* getpid.c: the number of this process. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

pid_t getpid(void)
{
    return (pid_t)__cutaway_syscall(SYSTEM_GETPID, 0, 0, 0, 0, 0, 0);
}
