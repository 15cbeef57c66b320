/* chdir.c: go to another working directory. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int chdir(const char *path)
{
    return (int)call1(SYSTEM_CHDIR, path);
}
