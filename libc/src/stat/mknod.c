/* mknod.c: make a file of any kind. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int mknod(const char *path, mode_t mode, dev_t device)
{
    return (int)call4(SYSTEM_MKNODAT, WORKING_DIRECTORY, path, mode, device);
}
