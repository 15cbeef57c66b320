/* sys/select.h: wait for descriptors, in sets of bits. POSIX. */
#ifndef _SYS_SELECT_H
#define _SYS_SELECT_H

#include <bits/sigset.h>
#include <bits/timespec.h>
#include <bits/timeval.h>
#include <sys/types.h>

#define FD_SETSIZE 1024
#define NFDBITS 64

typedef struct {
    unsigned long fds_bits[FD_SETSIZE / NFDBITS];
} fd_set;

#define FD_ZERO(set) (*(set) = (fd_set){{0}})
#define FD_SET(descriptor, set) \
    ((void)((set)->fds_bits[(descriptor) / NFDBITS] |= 1UL << (descriptor) % NFDBITS))
#define FD_CLR(descriptor, set) \
    ((void)((set)->fds_bits[(descriptor) / NFDBITS] &= ~(1UL << (descriptor) % NFDBITS)))
#define FD_ISSET(descriptor, set) \
    (((set)->fds_bits[(descriptor) / NFDBITS] >> (descriptor) % NFDBITS & 1) != 0)

int select(int count, fd_set *__restrict readable, fd_set *__restrict writable,
           fd_set *__restrict exceptional, struct timeval *__restrict timeout);
int pselect(int count, fd_set *__restrict readable, fd_set *__restrict writable,
            fd_set *__restrict exceptional, const struct timespec *__restrict timeout,
            const sigset_t *__restrict mask);

#endif
