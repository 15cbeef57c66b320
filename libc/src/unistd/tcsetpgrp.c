/* tcsetpgrp.c: put a process group in the foreground of a terminal. POSIX. */
#include <sys/ioctl.h>
#include <unistd.h>

#include "../internal/system.h"

int tcsetpgrp(int descriptor, pid_t group)
{
    return (int)call3(SYSTEM_IOCTL, descriptor, TIOCSPGRP, &group);
}
