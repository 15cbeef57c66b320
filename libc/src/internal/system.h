/* system.h: the system calls of RISC-V Linux that this library makes, by number. */
#ifndef CUTAWAY_SYSTEM_H
#define CUTAWAY_SYSTEM_H

#include "machine.h"

enum system_call {
    SYSTEM_GETCWD = 17,
    SYSTEM_DUP = 23,
    SYSTEM_DUP3 = 24,
    SYSTEM_FCNTL = 25,
    SYSTEM_IOCTL = 29,
    SYSTEM_FLOCK = 32,
    SYSTEM_MKNODAT = 33,
    SYSTEM_MKDIRAT = 34,
    SYSTEM_UNLINKAT = 35,
    SYSTEM_SYMLINKAT = 36,
    SYSTEM_LINKAT = 37,
    SYSTEM_TRUNCATE = 45,
    SYSTEM_FTRUNCATE = 46,
    SYSTEM_FALLOCATE = 47,
    SYSTEM_FACCESSAT = 48,
    SYSTEM_CHDIR = 49,
    SYSTEM_FCHDIR = 50,
    SYSTEM_FCHMOD = 52,
    SYSTEM_FCHMODAT = 53,
    SYSTEM_FCHOWNAT = 54,
    SYSTEM_FCHOWN = 55,
    SYSTEM_OPENAT = 56,
    SYSTEM_CLOSE = 57,
    SYSTEM_PIPE2 = 59,
    SYSTEM_GETDENTS64 = 61,
    SYSTEM_LSEEK = 62,
    SYSTEM_READ = 63,
    SYSTEM_WRITE = 64,
    SYSTEM_READV = 65,
    SYSTEM_WRITEV = 66,
    SYSTEM_PREAD64 = 67,
    SYSTEM_PWRITE64 = 68,
    SYSTEM_PREADV = 69,
    SYSTEM_PWRITEV = 70,
    SYSTEM_PSELECT6 = 72,
    SYSTEM_PPOLL = 73,
    SYSTEM_READLINKAT = 78,
    SYSTEM_NEWFSTATAT = 79,
    SYSTEM_FSTAT = 80,
    SYSTEM_SYNC = 81,
    SYSTEM_FSYNC = 82,
    SYSTEM_FDATASYNC = 83,
    SYSTEM_UTIMENSAT = 88,
    SYSTEM_EXIT_GROUP = 94,
    SYSTEM_WAITID = 95,
    SYSTEM_NANOSLEEP = 101,
    SYSTEM_GETITIMER = 102,
    SYSTEM_SETITIMER = 103,
    SYSTEM_CLOCK_GETTIME = 113,
    SYSTEM_CLOCK_GETRES = 114,
    SYSTEM_CLOCK_NANOSLEEP = 115,
    SYSTEM_SCHED_YIELD = 124,
    SYSTEM_KILL = 129,
    SYSTEM_TGKILL = 131,
    SYSTEM_SIGALTSTACK = 132,
    SYSTEM_RT_SIGSUSPEND = 133,
    SYSTEM_RT_SIGACTION = 134,
    SYSTEM_RT_SIGPROCMASK = 135,
    SYSTEM_RT_SIGPENDING = 136,
    SYSTEM_RT_SIGTIMEDWAIT = 137,
    SYSTEM_RT_SIGQUEUEINFO = 138,
    SYSTEM_SETPRIORITY = 140,
    SYSTEM_GETPRIORITY = 141,
    SYSTEM_SETREGID = 143,
    SYSTEM_SETGID = 144,
    SYSTEM_SETREUID = 145,
    SYSTEM_SETUID = 146,
    SYSTEM_TIMES = 153,
    SYSTEM_SETPGID = 154,
    SYSTEM_GETPGID = 155,
    SYSTEM_GETSID = 156,
    SYSTEM_SETSID = 157,
    SYSTEM_GETGROUPS = 158,
    SYSTEM_UNAME = 160,
    SYSTEM_GETRUSAGE = 165,
    SYSTEM_UMASK = 166,
    SYSTEM_GETTIMEOFDAY = 169,
    SYSTEM_GETPID = 172,
    SYSTEM_GETPPID = 173,
    SYSTEM_GETUID = 174,
    SYSTEM_GETEUID = 175,
    SYSTEM_GETGID = 176,
    SYSTEM_GETEGID = 177,
    SYSTEM_GETTID = 178,
    SYSTEM_SYSINFO = 179,
    SYSTEM_BRK = 214,
    SYSTEM_MUNMAP = 215,
    SYSTEM_MREMAP = 216,
    SYSTEM_CLONE = 220,
    SYSTEM_EXECVE = 221,
    SYSTEM_MMAP = 222,
    SYSTEM_MPROTECT = 226,
    SYSTEM_MSYNC = 227,
    SYSTEM_MLOCK = 228,
    SYSTEM_MUNLOCK = 229,
    SYSTEM_MADVISE = 233,
    SYSTEM_WAIT4 = 260,
    SYSTEM_PRLIMIT64 = 261,
    SYSTEM_RENAMEAT2 = 276,
    SYSTEM_GETRANDOM = 278,
    SYSTEM_MEMFD_CREATE = 279,
    SYSTEM_FACCESSAT2 = 439
};

/* Turns an answer of the system into the caller's: -1 and errno when it is an error. */
long __cutaway_answer(long result);

/* Asks the system with so many arguments, each an integer or a pointer. */
#define ask0(number) __cutaway_syscall(number, 0, 0, 0, 0, 0, 0)
#define ask1(number, a) __cutaway_syscall(number, (long)(a), 0, 0, 0, 0, 0)
#define ask2(number, a, b) __cutaway_syscall(number, (long)(a), (long)(b), 0, 0, 0, 0)
#define ask3(number, a, b, c) \
    __cutaway_syscall(number, (long)(a), (long)(b), (long)(c), 0, 0, 0)
#define ask4(number, a, b, c, d) \
    __cutaway_syscall(number, (long)(a), (long)(b), (long)(c), (long)(d), 0, 0)
#define ask5(number, a, b, c, d, e) \
    __cutaway_syscall(number, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), 0)
#define ask6(number, a, b, c, d, e, f) \
    __cutaway_syscall(number, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))

/* The same, with the answer turned into the caller's. */
#define call0(number) __cutaway_answer(ask0(number))
#define call1(number, a) __cutaway_answer(ask1(number, a))
#define call2(number, a, b) __cutaway_answer(ask2(number, a, b))
#define call3(number, a, b, c) __cutaway_answer(ask3(number, a, b, c))
#define call4(number, a, b, c, d) __cutaway_answer(ask4(number, a, b, c, d))
#define call5(number, a, b, c, d, e) __cutaway_answer(ask5(number, a, b, c, d, e))
#define call6(number, a, b, c, d, e, f) __cutaway_answer(ask6(number, a, b, c, d, e, f))

/* In place of the descriptor of a directory: the working directory. Linux AT_FDCWD. */
enum { WORKING_DIRECTORY = -100 };

#endif
