/* system.h: the system calls of RISC-V Linux that this library makes, by number. */
#ifndef CUTAWAY_SYSTEM_H
#define CUTAWAY_SYSTEM_H

#include "machine.h"

enum system_call {
    SYSTEM_CLOSE = 57,
    SYSTEM_READ = 63,
    SYSTEM_WRITE = 64,
    SYSTEM_EXIT_GROUP = 94,
    SYSTEM_CLOCK_GETTIME = 113,
    SYSTEM_TGKILL = 131,
    SYSTEM_GETPID = 172,
    SYSTEM_GETTID = 178,
    SYSTEM_BRK = 214
};

/* Turns an answer of the system into the caller's: -1 and errno when it is an error. */
long __cutaway_answer(long result);

#endif
