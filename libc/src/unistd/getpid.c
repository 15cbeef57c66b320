/* getpid.c: the number of this process. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

pid_t getpid(void)
{
    return (pid_t)ask0(SYSTEM_GETPID);
}
