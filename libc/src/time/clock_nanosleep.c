/* clock_nanosleep.c: wait by a clock; errors are returned. POSIX. */
#include <time.h>

#include "../internal/system.h"

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *span, struct timespec *left)
{
    return (int)-ask4(SYSTEM_CLOCK_NANOSLEEP, clock, flags, span, left);
}
