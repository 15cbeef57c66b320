/* stat.c: what is known of a file. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int stat(const char *restrict path, struct stat *restrict status)
{
    return (int)call4(SYSTEM_NEWFSTATAT, WORKING_DIRECTORY, path, status, 0);
}
