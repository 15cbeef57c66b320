/* access.c: whether a file may be used so, by the real user. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int access(const char *path, int mode)
{
    return (int)call3(SYSTEM_FACCESSAT, WORKING_DIRECTORY, path, mode);
}
