/* gmtime.c: take seconds since the epoch apart; localtime shares the result. C17 7.27.3.3. */
#include "../internal/calendar.h"

static struct tm result;

struct tm *gmtime(const time_t *time)
{
    return __cutaway_break_time(*time, &result);
}

struct tm *localtime(const time_t *time)
{
    if (__cutaway_break_time(*time, &result) == NULL) {
        return NULL;
    }
    result.tm_zone = "UTC";
    return &result;
}
