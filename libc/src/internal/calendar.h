/* calendar.h: days and seconds in the Gregorian calendar, without time zones. */
#ifndef CUTAWAY_CALENDAR_H
#define CUTAWAY_CALENDAR_H

#include <time.h>

/* How many days come before the first of a month, from 1 January 1970. `month` is 0 to 11. */
long __cutaway_days_before(long year, int month);

/* Takes seconds since the epoch apart: the result, or null and errno when the year is no int. */
struct tm *__cutaway_break_time(time_t time, struct tm *result);

/* Makes seconds of a time, whose members may be out of range, and puts them into range: -1 and errno
 * when the year is no int. */
time_t __cutaway_make_time(struct tm *time);

/* The text of asctime, 26 characters with the null: or null and errno when the year is too long. */
char *__cutaway_time_text(const struct tm *time, char *to);

#endif
