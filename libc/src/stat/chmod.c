/* chmod.c: change what may be done with a file. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int chmod(const char *path, mode_t mode)
{
    return (int)call3(SYSTEM_FCHMODAT, WORKING_DIRECTORY, path, mode);
}
