/* utimensat.c: set the times of a file. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int utimensat(int directory, const char *path, const struct timespec times[2], int flags)
{
    return (int)call4(SYSTEM_UTIMENSAT, directory, path, times, flags);
}
