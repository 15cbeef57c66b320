/* getppid.c: the number of the process that made this one. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

pid_t getppid(void)
{
    return (pid_t)ask0(SYSTEM_GETPPID);
}
