/* creat.c: make a file, or empty it. POSIX. */
#include <fcntl.h>

#include "../internal/system.h"

int creat(const char *path, mode_t mode)
{
    return (int)call4(SYSTEM_OPENAT, WORKING_DIRECTORY, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}
