/* bits/sigset.h: a set of signals, for the headers that define it. POSIX. */
#ifndef _BITS_SIGSET_H
#define _BITS_SIGSET_H

typedef struct {
    unsigned long __bits[16]; /* as large as glibc's; the first word counts */
} sigset_t;

#endif
