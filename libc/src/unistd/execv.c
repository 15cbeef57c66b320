/* execv.c: become another program, with the same environment. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int execv(const char *path, char *const arguments[])
{
    return (int)call3(SYSTEM_EXECVE, path, arguments, environ);
}
