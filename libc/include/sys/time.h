/* sys/time.h: time in microseconds, and timers. POSIX. */
#ifndef _SYS_TIME_H
#define _SYS_TIME_H

#include <bits/timeval.h>
#include <sys/select.h>
#include <sys/types.h>

struct timezone {
    int tz_minuteswest;
    int tz_dsttime;
};

struct itimerval {
    struct timeval it_interval;
    struct timeval it_value;
};

#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2

int getitimer(int timer, struct itimerval *value);
int setitimer(int timer, const struct itimerval *__restrict value, struct itimerval *__restrict before);
int gettimeofday(struct timeval *__restrict now, void *__restrict zone);
int utimes(const char *path, const struct timeval times[2]);

#define timerclear(time) ((time)->tv_sec = (time)->tv_usec = 0)
#define timerisset(time) ((time)->tv_sec != 0 || (time)->tv_usec != 0)
#define timercmp(a, b, operator) \
    ((a)->tv_sec == (b)->tv_sec ? ((a)->tv_usec operator(b)->tv_usec) \
                                : ((a)->tv_sec operator(b)->tv_sec))
#define timeradd(a, b, result) \
    do { \
        (result)->tv_sec = (a)->tv_sec + (b)->tv_sec; \
        (result)->tv_usec = (a)->tv_usec + (b)->tv_usec; \
        if ((result)->tv_usec >= 1000000) { \
            (result)->tv_sec++; \
            (result)->tv_usec -= 1000000; \
        } \
    } while (0)
#define timersub(a, b, result) \
    do { \
        (result)->tv_sec = (a)->tv_sec - (b)->tv_sec; \
        (result)->tv_usec = (a)->tv_usec - (b)->tv_usec; \
        if ((result)->tv_usec < 0) { \
            (result)->tv_sec--; \
            (result)->tv_usec += 1000000; \
        } \
    } while (0)

#endif
