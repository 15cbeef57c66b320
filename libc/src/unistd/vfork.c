/* vfork.c: fork; the child does not share memory here, as POSIX.1-2001 lets it be. */
#include <signal.h>
#include <unistd.h>

#include "../internal/system.h"

pid_t vfork(void)
{
    return (pid_t)call5(SYSTEM_CLONE, SIGCHLD, 0, 0, 0, 0);
}
