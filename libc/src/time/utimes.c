/* utimes.c: set the times of a file, in microseconds. POSIX. */
#include <sys/stat.h>
#include <sys/time.h>

#include "../internal/system.h"

int utimes(const char *path, const struct timeval times[2])
{
    struct timespec precise[2];

    if (times != NULL) {
        for (int i = 0; i < 2; i++) {
            precise[i].tv_sec = times[i].tv_sec;
            precise[i].tv_nsec = times[i].tv_usec * 1000;
        }
    }
    return (int)call4(SYSTEM_UTIMENSAT, WORKING_DIRECTORY, path, times != NULL ? precise : NULL,
                      0);
}
