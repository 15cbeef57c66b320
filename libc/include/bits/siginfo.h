/*
 * bits/siginfo.h: what a signal says of itself, as Linux lays it out. POSIX.
 *
 * Linux include/uapi/asm-generic/siginfo.h.
 */
#ifndef _BITS_SIGINFO_H
#define _BITS_SIGINFO_H

union sigval {
    int sival_int;
    void *sival_ptr;
};

typedef struct {
    int si_signo;
    int si_errno;
    int si_code;
    int __padding;
    union {
        struct {
            int __pid;
            unsigned int __uid;
            union {
                union sigval __value; /* of sigqueue */
                struct {
                    int __status; /* of a child */
                    int __padding;
                    long __utime;
                    long __stime;
                } __child;
            } __more;
        } __sender;
        struct {
            int __id;
            int __overrun;
            union sigval __value;
        } __timer;
        void *__address; /* of a fault */
        struct {
            long __band;
            int __descriptor;
        } __poll;
        char __room[112];
    } __fields;
} siginfo_t;

#define si_pid __fields.__sender.__pid
#define si_uid __fields.__sender.__uid
#define si_status __fields.__sender.__more.__child.__status
#define si_utime __fields.__sender.__more.__child.__utime
#define si_stime __fields.__sender.__more.__child.__stime
#define si_value __fields.__sender.__more.__value
#define si_int __fields.__sender.__more.__value.sival_int
#define si_ptr __fields.__sender.__more.__value.sival_ptr
#define si_timerid __fields.__timer.__id
#define si_overrun __fields.__timer.__overrun
#define si_addr __fields.__address
#define si_band __fields.__poll.__band
#define si_fd __fields.__poll.__descriptor

#define SI_USER 0
#define SI_KERNEL 128
#define SI_QUEUE (-1)
#define SI_TIMER (-2)
#define SI_MESGQ (-3)
#define SI_ASYNCIO (-4)
#define SI_SIGIO (-5)
#define SI_TKILL (-6)

#define ILL_ILLOPC 1
#define ILL_ILLOPN 2
#define ILL_ILLADR 3
#define ILL_ILLTRP 4
#define FPE_INTDIV 1
#define FPE_INTOVF 2
#define FPE_FLTDIV 3
#define FPE_FLTOVF 4
#define FPE_FLTUND 5
#define FPE_FLTRES 6
#define FPE_FLTINV 7
#define SEGV_MAPERR 1
#define SEGV_ACCERR 2
#define BUS_ADRALN 1
#define BUS_ADRERR 2
#define BUS_OBJERR 3
#define TRAP_BRKPT 1
#define TRAP_TRACE 2
#define CLD_EXITED 1
#define CLD_KILLED 2
#define CLD_DUMPED 3
#define CLD_TRAPPED 4
#define CLD_STOPPED 5
#define CLD_CONTINUED 6

#endif
