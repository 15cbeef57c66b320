/*
 * calendar.c: days and seconds in the Gregorian calendar. C17 7.27.1p4, POSIX "Seconds Since the
 * Epoch".
 *
 * Years are counted from March, so that a leap day is the last of its year. 400 years have 146097
 * days.
 */
#include <errno.h>
#include <limits.h>

#include "../internal/calendar.h"

enum {
    SECONDS_PER_DAY = 86400,
    DAYS_PER_ERA = 146097,  /* 400 years */
    DAYS_TO_EPOCH = 719468, /* from 1 March of the year 0 to 1 January 1970 */
    WEEKDAY_OF_EPOCH = 4    /* Thursday */
};

/* Division that rounds down. */
static long floor_divide(long number, long divisor)
{
    long quotient = number / divisor;

    return quotient - (number % divisor < 0);
}

/* Days before a month in a year that begins in March; month 0 is March. */
static long days_before_month(long month)
{
    return (153 * month + 2) / 5;
}

long __cutaway_days_before(long year, int month)
{
    long march_year = month < 2 ? year - 1 : year;
    long march_month = month < 2 ? month + 10 : month - 2;
    long era = floor_divide(march_year, 400);
    long year_of_era = march_year - era * 400;

    return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
           days_before_month(march_month) - DAYS_TO_EPOCH;
}

/* Finds year, month and day. */
static long break_days(long days, struct tm *result)
{
    long since = days + DAYS_TO_EPOCH;
    long era = floor_divide(since, DAYS_PER_ERA);
    long day_of_era = since - era * DAYS_PER_ERA;
    long year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    long day_of_year = day_of_era - (year_of_era * 365 + year_of_era / 4 - year_of_era / 100);
    long march_month = (5 * day_of_year + 2) / 153;
    long year = era * 400 + year_of_era;

    result->tm_mday = (int)(day_of_year - days_before_month(march_month) + 1);
    result->tm_mon = (int)(march_month < 10 ? march_month + 2 : march_month - 10);
    return result->tm_mon < 2 ? year + 1 : year;
}

struct tm *__cutaway_break_time(time_t time, struct tm *result)
{
    long days = floor_divide(time, SECONDS_PER_DAY);
    long second = time - days * SECONDS_PER_DAY;
    long year = break_days(days, result);

    if (year - 1900 > INT_MAX || year - 1900 < INT_MIN) {
        errno = EOVERFLOW;
        return NULL;
    }
    result->tm_year = (int)(year - 1900);
    result->tm_yday = (int)(days - __cutaway_days_before(year, 0));
    result->tm_wday = (int)(days + WEEKDAY_OF_EPOCH - floor_divide(days + WEEKDAY_OF_EPOCH, 7) * 7);
    result->tm_hour = (int)(second / 3600);
    result->tm_min = (int)(second / 60 % 60);
    result->tm_sec = (int)(second % 60);
    result->tm_isdst = 0;
    result->tm_gmtoff = 0;
    result->tm_zone = "GMT";
    return result;
}

time_t __cutaway_make_time(struct tm *time)
{
    long years = floor_divide(time->tm_mon, 12);
    int month = (int)(time->tm_mon - years * 12);
    long days = __cutaway_days_before(1900L + time->tm_year + years, month) + time->tm_mday - 1;
    time_t seconds =
        days * SECONDS_PER_DAY + time->tm_hour * 3600L + time->tm_min * 60L + time->tm_sec;
    struct tm broken;

    if (__cutaway_break_time(seconds, &broken) == NULL) {
        return -1;
    }
    *time = broken;
    return seconds;
}
