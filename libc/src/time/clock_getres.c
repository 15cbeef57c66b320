/* clock_getres.c: how fine a clock is. POSIX. */
#include <time.h>

#include "../internal/system.h"

int clock_getres(clockid_t clock, struct timespec *resolution)
{
    return (int)call2(SYSTEM_CLOCK_GETRES, clock, resolution);
}
