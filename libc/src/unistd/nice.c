/* nice.c: be more modest; returns how modest this process is then. POSIX. */
#include <errno.h>
#include <unistd.h>

#include "../internal/system.h"

int nice(int increment)
{
    long now = 20 - ask2(SYSTEM_GETPRIORITY, 0, 0);
    long wanted = now + increment;

    wanted = wanted < -20 ? -20 : wanted > 19 ? 19 : wanted;
    if (call3(SYSTEM_SETPRIORITY, 0, 0, wanted) < 0) {
        errno = EPERM;
        return -1;
    }
    return (int)(20 - ask2(SYSTEM_GETPRIORITY, 0, 0));
}
