/* fchmodat.c: change what may be done with a file below a directory. POSIX. */
#include <errno.h>
#include <sys/stat.h>

#include "../internal/system.h"

int fchmodat(int directory, const char *path, mode_t mode, int flags)
{
    if (flags != 0) {
        errno = ENOTSUP;
        return -1;
    }
    return (int)call3(SYSTEM_FCHMODAT, directory, path, mode);
}
