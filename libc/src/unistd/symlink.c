/* symlink.c: a symbolic link. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int symlink(const char *target, const char *path)
{
    return (int)call3(SYSTEM_SYMLINKAT, target, WORKING_DIRECTORY, path);
}
