/* lstat.c: what is known of a file, or of a link itself. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int lstat(const char *restrict path, struct stat *restrict status)
{
    return (int)call4(SYSTEM_NEWFSTATAT, WORKING_DIRECTORY, path, status, AT_SYMLINK_NOFOLLOW);
}
