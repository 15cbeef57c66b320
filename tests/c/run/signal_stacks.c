/* POSIX: handlers on another stack, signals with values, waiting with a limit, timers, select. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static char *other_stack;
static volatile sig_atomic_t on_other;
static volatile sig_atomic_t ticks;

static void where(int number)
{
    char local = (char)number;

    on_other = &local >= other_stack && &local < other_stack + 65536;
}

static void tick(int number)
{
    ticks += number == SIGALRM;
}

static void stacks(void)
{
    struct sigaction action;
    stack_t stack;
    stack_t before;

    other_stack = malloc(65536);
    memset(&stack, 0, sizeof stack);
    stack.ss_sp = other_stack;
    stack.ss_size = 65536;
    printf("%d\n", sigaltstack(&stack, &before));
    printf("%d\n", before.ss_flags == SS_DISABLE);
    memset(&action, 0, sizeof action);
    action.sa_handler = where;
    action.sa_flags = SA_ONSTACK;
    sigaction(SIGUSR1, &action, NULL);
    raise(SIGUSR1);
    printf("%d\n", on_other);
    action.sa_flags = 0;
    sigaction(SIGUSR1, &action, NULL);
    raise(SIGUSR1);
    printf("%d\n", on_other);
    stack.ss_flags = SS_DISABLE;
    sigaltstack(&stack, NULL);
    free(other_stack);
}

static void values(void)
{
    sigset_t set;
    siginfo_t information;
    union sigval value;
    struct timespec soon = {0, 1000000};

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    sigprocmask(SIG_BLOCK, &set, NULL);
    value.sival_int = 4711;
    printf("%d\n", sigqueue(getpid(), SIGUSR2, value));
    printf("%d", sigwaitinfo(&set, &information) == SIGUSR2);
    printf(" %d %d\n", information.si_value.sival_int, information.si_code == SI_QUEUE);
    errno = 0;
    printf("%d", sigtimedwait(&set, &information, &soon));
    printf(" %s\n", strerror(errno));
}

static void timers(void)
{
    struct itimerval often = {{0, 2000}, {0, 2000}};
    struct itimerval never = {{0, 0}, {0, 0}};
    struct timespec long_time = {50, 0};
    struct timespec left;

    signal(SIGALRM, tick);
    setitimer(ITIMER_REAL, &often, NULL);
    while (ticks < 3) {
        pause();
    }
    printf("%d\n", ticks >= 3);
    errno = 0;
    printf("%d", nanosleep(&long_time, &left));
    printf(" %s %d\n", strerror(errno), left.tv_sec > 0 && left.tv_sec < 50);
    setitimer(ITIMER_REAL, &never, NULL);
    printf("%d %d\n", usleep(10), (int)sleep(0));
}

static void waiting(void)
{
    int ends[2];
    fd_set set;
    struct timeval soon = {0, 1000};
    struct pollfd waited;

    pipe(ends);
    FD_ZERO(&set);
    FD_SET(ends[0], &set);
    printf("%d", select(ends[0] + 1, &set, NULL, NULL, &soon));
    printf(" %d\n", FD_ISSET(ends[0], &set));
    write(ends[1], "x", 1);
    FD_SET(ends[0], &set);
    printf("%d", select(ends[0] + 1, &set, NULL, NULL, NULL));
    printf(" %d\n", FD_ISSET(ends[0], &set));
    waited.fd = ends[0];
    waited.events = POLLIN;
    printf("%d", poll(&waited, 1, 10));
    printf(" %d\n", waited.revents == POLLIN);
    read(ends[0], &set, 1);
    printf("%d\n", poll(&waited, 1, 1));
    close(ends[1]);
    printf("%d", poll(&waited, 1, -1));
    printf(" %d\n", (waited.revents & POLLHUP) != 0);
}

int main(void)
{
    stacks();
    values();
    timers();
    waiting();
    return 0;
}
