/* asctime_r.c: a time as text, in the caller's array. POSIX. */
#include "../internal/calendar.h"

char *asctime_r(const struct tm *restrict time, char *restrict to)
{
    return __cutaway_time_text(time, to);
}
