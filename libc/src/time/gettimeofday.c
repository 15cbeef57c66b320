/* gettimeofday.c: the time, in seconds and microseconds. POSIX. */
#include <sys/time.h>

#include "../internal/system.h"

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    return (int)call2(SYSTEM_GETTIMEOFDAY, now, zone);
}
