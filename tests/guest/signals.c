/* Signals: handlers with and without siginfo, masks, pending ones, signals in signals, waiting for one, timers, restarting. */
#define _GNU_SOURCE
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t seen[65];
static volatile int depth, depth_max, order[16], order_count;
static sigjmp_buf back;

static void note(int number) { seen[number]++; }

static void nest(int number) {
    if (++depth > depth_max) depth_max = depth;
    order[order_count++] = number;
    if (number == SIGUSR1) raise(SIGUSR2);
    depth--;
}

static void tell(int number, siginfo_t *info, void *context) {
    (void)context;
    printf("%d code %d value %d own %d\n", number, info->si_code, info->si_value.sival_int, info->si_pid == getpid());
}

static void jump(int number) { siglongjmp(back, number); }

static void install(int number, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    if (sigaction(number, &action, NULL)) perror("sigaction");
}

int main(void) {
    install(SIGUSR1, note, 0);
    raise(SIGUSR1);
    kill(getpid(), SIGUSR1);
    printf("twice %d\n", seen[SIGUSR1]);

    sigset_t set, old, pending;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGRTMIN);
    sigprocmask(SIG_BLOCK, &set, &old);
    install(SIGRTMIN, note, 0);
    for (int i = 0; i < 3; i++) { raise(SIGUSR1); raise(SIGRTMIN); }
    sigpending(&pending);
    printf("pending %d %d %d\n", sigismember(&pending, SIGUSR1), sigismember(&pending, SIGRTMIN), sigismember(&pending, SIGUSR2));
    sigprocmask(SIG_SETMASK, &old, NULL);
    printf("ordinary once %d, real-time queued %d\n", seen[SIGUSR1], seen[SIGRTMIN]);

    install(SIGUSR1, nest, 0);
    install(SIGUSR2, nest, 0);
    raise(SIGUSR1);
    printf("nested %d, order %d %d\n", depth_max, order[0], order[1]);

    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = tell;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGRTMIN + 1, &action, NULL);
    union sigval value = {.sival_int = 42};
    sigqueue(getpid(), SIGRTMIN + 1, value);

    install(SIGSEGV, jump, SA_NODEFER);
    install(SIGILL, jump, 0);
    install(SIGTRAP, jump, 0);
    for (int i = 0; i < 3; i++) {
        int number = sigsetjmp(back, 1);
        if (number == 0) *(volatile int *)8 = 1;
        printf("fault %d\n", number);
    }
    int number = sigsetjmp(back, 1);
    if (number == 0) __asm__ volatile("ebreak");
    printf("trap %d\n", number);
    number = sigsetjmp(back, 1);
    if (number == 0) __asm__ volatile(".word 0");
    printf("illegal %d\n", number);

    install(SIGALRM, note, SA_RESTART);
    struct itimerval timer = {{0, 1000}, {0, 1000}};
    setitimer(ITIMER_REAL, &timer, NULL);
    while (seen[SIGALRM] < 5) {}
    timer = (struct itimerval){{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &timer, NULL);
    puts("five alarms");

    alarm(1);
    sigset_t none;
    sigemptyset(&none);
    int failed = sigsuspend(&none);
    printf("alarm %d %d\n", failed, errno == EINTR);

    struct timespec span = {2, 0}, left = {0, 0};
    alarm(1);
    failed = nanosleep(&span, &left);
    printf("nanosleep %d %d left %d\n", failed, errno == EINTR, left.tv_sec <= 1 && (left.tv_sec || left.tv_nsec));

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    sigprocmask(SIG_BLOCK, &set, NULL);
    siginfo_t info;
    struct timespec soon = {0, 1000000};
    int waited = sigtimedwait(&set, &info, &soon);
    printf("none %d %d\n", waited, errno == EAGAIN);
    raise(SIGUSR2);
    waited = sigwaitinfo(&set, &info);
    printf("waited %d %d\n", waited == SIGUSR2, info.si_signo == SIGUSR2);

    raise(SIGUSR2);
    order_count = 0;
    failed = sigsuspend(&none);
    printf("sigsuspend %d %d %d\n", failed, errno == EINTR, order[0] == SIGUSR2);
    sigprocmask(SIG_BLOCK, NULL, &old);
    printf("mask restored %d\n", sigismember(&old, SIGUSR2));

    install(SIGUSR1, note, SA_RESETHAND);
    raise(SIGUSR1);
    struct sigaction now;
    sigaction(SIGUSR1, NULL, &now);
    printf("reset %d\n", now.sa_handler == SIG_DFL);
    signal(SIGTERM, SIG_IGN);
    raise(SIGTERM);
    raise(SIGCHLD);
    fflush(stdout);
    raise(SIGTERM);
    abort();
}
