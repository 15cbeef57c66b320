/* execve.c: become another program. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int execve(const char *path, char *const arguments[], char *const environment[])
{
    return (int)call3(SYSTEM_EXECVE, path, arguments, environment);
}
