/* mkfifo.c: make a pipe that has a name. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int mkfifo(const char *path, mode_t mode)
{
    return (int)call4(SYSTEM_MKNODAT, WORKING_DIRECTORY, path, mode | S_IFIFO, 0);
}
