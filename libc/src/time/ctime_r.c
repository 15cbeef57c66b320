/* ctime_r.c: seconds since the epoch as text, in the caller's array. POSIX. */
#include "../internal/calendar.h"

char *ctime_r(const time_t *time, char *to)
{
    struct tm broken;

    return __cutaway_break_time(*time, &broken) != NULL ? __cutaway_time_text(&broken, to) : NULL;
}
