/* time_text.c: "Thu Jan  1 00:00:00 1970" and a new line. C17 7.27.3.1. */
#include <errno.h>
#include <stdio.h>

#include "../internal/calendar.h"

enum { TEXT_SIZE = 26 };

char *__cutaway_time_text(const struct tm *time, char *to)
{
    static const char days[] = "SunMonTueWedThuFriSat";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char text[80];
    int has_day = time->tm_wday >= 0 && time->tm_wday < 7;
    int has_month = time->tm_mon >= 0 && time->tm_mon < 12;
    int length = snprintf(text, sizeof text, "%.3s %.3s%3d %.2d:%.2d:%.2d %ld\n",
                          has_day ? days + 3 * time->tm_wday : "???",
                          has_month ? months + 3 * time->tm_mon : "???", time->tm_mday,
                          time->tm_hour, time->tm_min, time->tm_sec, 1900L + time->tm_year);

    if (length >= TEXT_SIZE) {
        errno = EOVERFLOW;
        return NULL;
    }
    for (int i = 0; i <= length; i++) {
        to[i] = text[i];
    }
    return to;
}
