/* localtime_r.c: gmtime_r, for local time is UTC here. POSIX. */
#include "../internal/calendar.h"

struct tm *localtime_r(const time_t *restrict time, struct tm *restrict result)
{
    if (__cutaway_break_time(*time, result) == NULL) {
        return NULL;
    }
    result->tm_zone = "UTC";
    return result;
}
