/* bits/timeval.h: time in seconds and microseconds, for the headers that define it. POSIX. */
#ifndef _BITS_TIMEVAL_H
#define _BITS_TIMEVAL_H

struct timeval {
    long tv_sec;
    long tv_usec;
};

#endif
