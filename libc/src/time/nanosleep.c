/* nanosleep.c: wait. POSIX. */
#include <time.h>

#include "../internal/system.h"

int nanosleep(const struct timespec *span, struct timespec *left)
{
    return (int)call2(SYSTEM_NANOSLEEP, span, left);
}
