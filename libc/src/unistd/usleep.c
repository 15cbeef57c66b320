/* usleep.c: wait for some microseconds. BSD. */
#include <time.h>
#include <unistd.h>

#include "../internal/system.h"

int usleep(useconds_t microseconds)
{
    struct timespec span = {microseconds / 1000000, microseconds % 1000000 * 1000L};

    return (int)call2(SYSTEM_NANOSLEEP, &span, NULL);
}
