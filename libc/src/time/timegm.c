/* timegm.c: seconds since the epoch of a time in UTC. GNU. */
#include "../internal/calendar.h"

time_t timegm(struct tm *time)
{
    return __cutaway_make_time(time);
}

time_t timelocal(struct tm *time)
{
    return mktime(time);
}
