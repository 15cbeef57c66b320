/* signal.h: signals, with the numbers of RISC-V Linux. C17 7.14, POSIX. */
#ifndef _SIGNAL_H
#define _SIGNAL_H

#include <bits/siginfo.h>
#include <bits/sigset.h>
#include <bits/timespec.h>
#include <sys/types.h>

typedef int sig_atomic_t;
typedef void (*__signal_handler)(int);
typedef __signal_handler sighandler_t;
typedef __signal_handler sig_t;

#define SIG_DFL ((__signal_handler)0)
#define SIG_IGN ((__signal_handler)1)
#define SIG_ERR ((__signal_handler)-1)

#define SIGHUP 1
#define SIGINT 2
#define SIGQUIT 3
#define SIGILL 4
#define SIGTRAP 5
#define SIGABRT 6
#define SIGIOT 6
#define SIGBUS 7
#define SIGFPE 8
#define SIGKILL 9
#define SIGUSR1 10
#define SIGSEGV 11
#define SIGUSR2 12
#define SIGPIPE 13
#define SIGALRM 14
#define SIGTERM 15
#define SIGSTKFLT 16
#define SIGCHLD 17
#define SIGCLD 17
#define SIGCONT 18
#define SIGSTOP 19
#define SIGTSTP 20
#define SIGTTIN 21
#define SIGTTOU 22
#define SIGURG 23
#define SIGXCPU 24
#define SIGXFSZ 25
#define SIGVTALRM 26
#define SIGPROF 27
#define SIGWINCH 28
#define SIGIO 29
#define SIGPOLL 29
#define SIGPWR 30
#define SIGSYS 31
#define SIGRTMIN 34
#define SIGRTMAX 64
#define NSIG 65
#define _NSIG 65

#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2

#define SA_NOCLDSTOP 0x00000001
#define SA_NOCLDWAIT 0x00000002
#define SA_SIGINFO 0x00000004
#define SA_ONSTACK 0x08000000
#define SA_RESTART 0x10000000
#define SA_NODEFER 0x40000000
#define SA_NOMASK SA_NODEFER
#define SA_RESETHAND 0x80000000
#define SA_ONESHOT SA_RESETHAND

struct sigaction {
    union {
        __signal_handler __plain;
        void (*__informed)(int signal, siginfo_t *information, void *context);
    } __handler;
    sigset_t sa_mask;
    int sa_flags;
};

#define sa_handler __handler.__plain
#define sa_sigaction __handler.__informed

typedef struct {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
} stack_t;

#define SS_ONSTACK 1
#define SS_DISABLE 2
#define MINSIGSTKSZ 2048
#define SIGSTKSZ 8192

void (*signal(int number, void (*handler)(int)))(int);
int raise(int signal);

int kill(pid_t process, int signal);
int killpg(pid_t group, int signal);
void psignal(int signal, const char *prefix);
int pthread_sigmask(int how, const sigset_t *__restrict set, sigset_t *__restrict before);
int sigaction(int signal, const struct sigaction *__restrict action,
              struct sigaction *__restrict before);
int sigaddset(sigset_t *set, int signal);
int sigaltstack(const stack_t *__restrict stack, stack_t *__restrict before);
int sigandset(sigset_t *result, const sigset_t *left, const sigset_t *right);
int sigdelset(sigset_t *set, int signal);
int sigemptyset(sigset_t *set);
int sigfillset(sigset_t *set);
int siginterrupt(int signal, int fails);
int sigisemptyset(const sigset_t *set);
int sigismember(const sigset_t *set, int signal);
int sigorset(sigset_t *result, const sigset_t *left, const sigset_t *right);
int sigpending(sigset_t *set);
int sigprocmask(int how, const sigset_t *__restrict set, sigset_t *__restrict before);
int sigqueue(pid_t process, int signal, const union sigval value);
int sigsuspend(const sigset_t *set);
int sigtimedwait(const sigset_t *__restrict set, siginfo_t *__restrict information,
                 const struct timespec *__restrict timeout);
int sigwait(const sigset_t *__restrict set, int *__restrict signal);
int sigwaitinfo(const sigset_t *__restrict set, siginfo_t *__restrict information);

#endif
