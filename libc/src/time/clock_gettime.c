/* clock_gettime.c: what a clock shows. POSIX. */
#include <time.h>

#include "../internal/system.h"

int clock_gettime(clockid_t clock, struct timespec *now)
{
    return (int)call2(SYSTEM_CLOCK_GETTIME, clock, now);
}
