/* fstatat.c: what is known of a file below a directory. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int fstatat(int directory, const char *restrict path, struct stat *restrict status, int flags)
{
    return (int)call4(SYSTEM_NEWFSTATAT, directory, path, status, flags);
}
