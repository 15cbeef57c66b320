/* kill.c: send a signal to a process or a group. POSIX. */
#include <signal.h>

#include "../internal/system.h"

int kill(pid_t process, int signal)
{
    return (int)call2(SYSTEM_KILL, process, signal);
}
