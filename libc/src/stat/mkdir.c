/* mkdir.c: make a directory. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int mkdir(const char *path, mode_t mode)
{
    return (int)call3(SYSTEM_MKDIRAT, WORKING_DIRECTORY, path, mode);
}
