/* gmtime_r.c: take seconds since the epoch apart, into the caller's object. POSIX. */
#include "../internal/calendar.h"

struct tm *gmtime_r(const time_t *restrict time, struct tm *restrict result)
{
    return __cutaway_break_time(*time, result);
}
