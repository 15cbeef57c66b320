/* times.c: processor time, in ticks. POSIX. */
#include <sys/times.h>

#include "../internal/system.h"

clock_t times(struct tms *used)
{
    return call1(SYSTEM_TIMES, used);
}
