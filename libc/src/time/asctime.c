/* asctime.c: a time as text. C17 7.27.3.1. */
#include "../internal/calendar.h"

char *asctime(const struct tm *time)
{
    static char text[26];

    return __cutaway_time_text(time, text);
}
