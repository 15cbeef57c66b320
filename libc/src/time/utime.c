/* utime.c: set the times of a file, in seconds. POSIX. */
#include <sys/stat.h>
#include <utime.h>

#include "../internal/system.h"

int utime(const char *path, const struct utimbuf *times)
{
    struct timespec precise[2] = {{0, 0}, {0, 0}};

    if (times != NULL) {
        precise[0].tv_sec = times->actime;
        precise[1].tv_sec = times->modtime;
    }
    return (int)call4(SYSTEM_UTIMENSAT, WORKING_DIRECTORY, path, times != NULL ? precise : NULL,
                      0);
}
