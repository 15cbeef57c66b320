/* setsid.c: begin a session. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

pid_t setsid(void)
{
    return (pid_t)call0(SYSTEM_SETSID);
}
