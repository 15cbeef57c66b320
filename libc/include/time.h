/* time.h: date and time, in Coordinated Universal Time. C17 7.27, POSIX. */
#ifndef _TIME_H
#define _TIME_H

#include <bits/timespec.h>
#include <stddef.h>

#define CLOCKS_PER_SEC 1000000L
#define TIME_UTC 1

#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define TIMER_ABSTIME 1

typedef long clock_t;
typedef int clockid_t;

struct tm {
    int tm_sec;
    int tm_min;
    int tm_hour;
    int tm_mday;
    int tm_mon;
    int tm_year;
    int tm_wday;
    int tm_yday;
    int tm_isdst;
    long tm_gmtoff;      /* seconds east of Greenwich: 0 */
    const char *tm_zone; /* "GMT" or "UTC" */
};

extern char *tzname[2];
extern long timezone;
extern int daylight;

clock_t clock(void);
double difftime(time_t end, time_t start);
time_t mktime(struct tm *time);
time_t time(time_t *result);
int timespec_get(struct timespec *result, int base);
char *asctime(const struct tm *time);
char *ctime(const time_t *time);
struct tm *gmtime(const time_t *time);
struct tm *localtime(const time_t *time);
size_t strftime(char *__restrict to, size_t size, const char *__restrict format,
                const struct tm *__restrict time);

char *asctime_r(const struct tm *__restrict time, char *__restrict to);
int clock_getres(clockid_t clock, struct timespec *resolution);
int clock_gettime(clockid_t clock, struct timespec *now);
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *span,
                    struct timespec *left);
char *ctime_r(const time_t *time, char *to);
struct tm *gmtime_r(const time_t *__restrict time, struct tm *__restrict result);
struct tm *localtime_r(const time_t *__restrict time, struct tm *__restrict result);
int nanosleep(const struct timespec *span, struct timespec *left);
char *strptime(const char *__restrict from, const char *__restrict format, struct tm *__restrict time);
time_t timegm(struct tm *time);
time_t timelocal(struct tm *time);
void tzset(void);

#endif
