/* symlinkat.c: a symbolic link below a directory. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int symlinkat(const char *target, int directory, const char *path)
{
    return (int)call3(SYSTEM_SYMLINKAT, target, directory, path);
}
