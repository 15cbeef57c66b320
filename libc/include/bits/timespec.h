/* bits/timespec.h: time in seconds and nanoseconds, wherever it is defined. C17 7.27.1p4. */
#ifndef _BITS_TIMESPEC_H
#define _BITS_TIMESPEC_H

typedef long time_t;

struct timespec {
    time_t tv_sec;
    long tv_nsec;
};

#endif
