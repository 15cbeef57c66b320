/* timespec_get.c: the time, in seconds and nanoseconds. C17 7.27.2.5. */
#include <time.h>

#include "../internal/system.h"

int timespec_get(struct timespec *result, int base)
{
    if (base != TIME_UTC || ask2(SYSTEM_CLOCK_GETTIME, CLOCK_REALTIME, result) != 0) {
        return 0;
    }
    return base;
}
