/* become_shell.c: execute a command of the shell in this process. POSIX. */
#include <stdlib.h>
#include <unistd.h>

#include "../internal/shell.h"
#include "../internal/system.h"

_Noreturn void __cutaway_become_shell(const char *command)
{
    const char *const arguments[] = {"sh", "-c", command, NULL};

    ask3(SYSTEM_EXECVE, "/bin/sh", arguments, environ);
    _Exit(SHELL_MISSING);
}
