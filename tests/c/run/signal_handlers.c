/* C17 7.14: handlers of signals, and POSIX's sets, masks and ways to wait. */
#define _GNU_SOURCE
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t seen;
static volatile sig_atomic_t last;
static sigjmp_buf environment;

static void count(int number)
{
    seen++;
    last = number;
}

static void informed(int number, siginfo_t *information, void *context)
{
    seen += number == information->si_signo && context != NULL;
    last = information->si_code;
}

static void jump_out(int number)
{
    siglongjmp(environment, number);
}

static void ignored_and_default(void)
{
    printf("%d\n", signal(SIGUSR1, SIG_IGN) == SIG_DFL);
    printf("raise %d, seen %d\n", raise(SIGUSR1), seen);
    printf("%d\n", signal(SIGUSR1, count) == SIG_IGN);
    printf("raise %d, seen %d, last %d\n", raise(SIGUSR1), seen, last);
    printf("raise %d, seen %d\n", raise(SIGUSR1), seen);
    printf("%d\n", signal(SIGUSR1, SIG_DFL) == count);
    errno = 0;
    printf("%d", signal(SIGKILL, count) == SIG_ERR);
    printf(" %s\n", strerror(errno));
    errno = 0;
    printf("%d", signal(1000, count) == SIG_ERR);
    printf(" %s\n", strerror(errno));
}

static void actions(void)
{
    struct sigaction action;
    struct sigaction before;

    memset(&action, 0, sizeof action);
    action.sa_sigaction = informed;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigaddset(&action.sa_mask, SIGUSR1);
    seen = 0;
    printf("%d\n", sigaction(SIGUSR2, &action, NULL));
    printf("%d\n", raise(SIGUSR2));
    printf("seen %d, code %d\n", seen, last == SI_TKILL);
    printf("%d\n", kill(getpid(), SIGUSR2));
    printf("seen %d, code %d\n", seen, last == SI_USER);
    printf("%d\n", sigaction(SIGUSR2, NULL, &before));
    printf("%d %d %d\n", before.sa_sigaction == informed, (before.sa_flags & SA_SIGINFO) != 0,
           sigismember(&before.sa_mask, SIGUSR1));
    action.sa_handler = count;
    action.sa_flags = SA_RESETHAND;
    sigaction(SIGUSR2, &action, NULL);
    raise(SIGUSR2);
    sigaction(SIGUSR2, NULL, &before);
    printf("reset %d\n", before.sa_handler == SIG_DFL);
}

static void masks(void)
{
    sigset_t set;
    sigset_t before;
    sigset_t pending;

    seen = 0;
    signal(SIGUSR1, count);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    printf("%d\n", sigprocmask(SIG_BLOCK, &set, &before));
    raise(SIGUSR1);
    raise(SIGUSR1);
    sigpending(&pending);
    printf("seen %d, pending %d %d\n", seen, sigismember(&pending, SIGUSR1),
           sigismember(&pending, SIGUSR2));
    printf("%d\n", sigprocmask(SIG_UNBLOCK, &set, NULL));
    printf("seen %d\n", seen);
    sigprocmask(SIG_BLOCK, &set, NULL);
    raise(SIGUSR1);
    errno = 0;
    printf("%d", sigsuspend(&before));
    printf(" %s, seen %d\n", strerror(errno), seen);
    raise(SIGUSR1);
    {
        int taken = 0;

        printf("%d", sigwait(&set, &taken));
        printf(" %d, seen %d\n", taken == SIGUSR1, seen);
    }
    errno = 0;
    printf("%d", sigprocmask(77, &set, NULL));
    printf(" %s\n", strerror(errno));
    sigprocmask(SIG_SETMASK, &before, NULL);
}

static void jumps(void)
{
    sigset_t now;
    volatile int round = 0;
    int value;

    signal(SIGTERM, jump_out);
    value = sigsetjmp(environment, 1);
    sigprocmask(SIG_BLOCK, NULL, &now);
    printf("value %d, blocked %d\n", value, sigismember(&now, SIGTERM));
    if (round++ < 2) {
        raise(SIGTERM);
    }
    round = 0;
    value = sigsetjmp(environment, 0);
    sigprocmask(SIG_BLOCK, NULL, &now);
    printf("value %d, blocked %d\n", value, sigismember(&now, SIGTERM));
    if (round++ < 1) {
        raise(SIGTERM);
    }
}

static void sets(void)
{
    sigset_t set;

    sigfillset(&set);
    printf("%d %d ", sigismember(&set, 1), sigismember(&set, 64));
    sigdelset(&set, SIGHUP);
    printf("%d ", sigismember(&set, SIGHUP));
    errno = 0;
    printf("%d", sigaddset(&set, 0));
    printf(" %s ", strerror(errno));
    printf("%d %d\n", sigaddset(&set, 65), sigismember(&set, -1));
}

int main(void)
{
    ignored_and_default();
    actions();
    masks();
    jumps();
    sets();
    return 0;
}
