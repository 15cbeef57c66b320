/* tcgetpgrp.c: the process group in the foreground of a terminal. POSIX. */
#include <sys/ioctl.h>
#include <unistd.h>

#include "../internal/system.h"

pid_t tcgetpgrp(int descriptor)
{
    pid_t group = -1;

    return call3(SYSTEM_IOCTL, descriptor, TIOCGPGRP, &group) < 0 ? -1 : group;
}
