/* mktime.c: seconds since the epoch of a local time, which is UTC here. C17 7.27.2.3. */
#include "../internal/calendar.h"

time_t mktime(struct tm *time)
{
    time_t seconds = __cutaway_make_time(time);

    if (seconds != -1) {
        time->tm_zone = "UTC";
    }
    return seconds;
}
