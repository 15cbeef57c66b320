/* sleep.c: wait for some seconds; returns how many are left when a signal comes. POSIX. */
#include <time.h>
#include <unistd.h>

#include "../internal/system.h"

unsigned int sleep(unsigned int seconds)
{
    struct timespec span = {seconds, 0};

    if (call2(SYSTEM_NANOSLEEP, &span, &span) == 0) {
        return 0;
    }
    return (unsigned int)(span.tv_sec + (span.tv_nsec >= 500000000));
}
