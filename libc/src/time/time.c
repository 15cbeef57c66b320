/* time.c: seconds since the epoch. C17 7.27.2.4. */
#include <time.h>

#include "../internal/system.h"

time_t time(time_t *result)
{
    const long realtime = 0;
    struct timespec now = {0, 0};

    if (__cutaway_syscall(SYSTEM_CLOCK_GETTIME, realtime, (long)&now, 0, 0, 0, 0) != 0) {
        now.tv_sec = -1;
    }
    if (result != NULL) {
        *result = now.tv_sec;
    }
    return now.tv_sec;
}
