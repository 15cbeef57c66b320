/* getpgrp.c: the process group of this process. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

pid_t getpgrp(void)
{
    return (pid_t)call1(SYSTEM_GETPGID, 0);
}
