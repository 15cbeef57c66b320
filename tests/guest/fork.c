/* Processes: fork, exit statuses, death by signal, SIGCHLD, groups, shared and private memory, vfork, orphans. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int children;
static void count(int number) { (void)number; children++; }

static void report(const char *what, int status) {
    if (WIFEXITED(status)) printf("%s exited %d\n", what, WEXITSTATUS(status));
    if (WIFSIGNALED(status)) printf("%s killed %d\n", what, WTERMSIG(status));
    fflush(stdout);
}

int main(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = count;
    action.sa_flags = SA_RESTART;
    sigaction(SIGCHLD, &action, NULL);
    int *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int *private = malloc(4096);
    *shared = *private = 1;
    int status;

    pid_t child = fork();
    if (child == 0) {
        *shared += 10;
        *private += 10;
        printf("child sees %d %d, parent %d\n", *shared, *private, getppid() != getpid());
        fflush(stdout);
        _exit(*private);
    }
    printf("same child %d\n", waitpid(child, &status, 0) == child);
    report("first", status);
    printf("parent sees %d %d\n", *shared, *private);
    fflush(stdout);

    child = fork();
    if (child == 0) { raise(SIGUSR1); _exit(0); }
    waitpid(child, &status, 0);
    report("second", status);

    child = fork();
    if (child == 0) for (;;) sleep(1);
    kill(child, SIGKILL);
    waitpid(-1, &status, 0);
    report("third", status);

    for (int i = 0; i < 5; i++)
        if (fork() == 0) { __atomic_add_fetch(shared, i, __ATOMIC_SEQ_CST); _exit(i); }
    int sum = 0;
    while (wait(&status) > 0) sum += WEXITSTATUS(status);
    printf("sum %d shared %d, no more %d\n", sum, *shared, errno == ECHILD);

    child = vfork();
    if (child == 0) _exit(3);
    waitpid(child, &status, 0);
    report("vfork", status);

    child = fork();
    if (child == 0) { setpgid(0, 0); printf("own group %d\n", getpgrp() == getpid()); fflush(stdout); _exit(0); }
    waitpid(child, &status, 0);
    printf("nothing to wait for %d\n", waitpid(-1, &status, WNOHANG) == -1 && errno == ECHILD);

    child = fork();
    if (child == 0) _exit(5);
    siginfo_t info;
    waitid(P_PID, child, &info, WEXITED | WNOWAIT);
    printf("waitid %d %d %d\n", info.si_pid == child, info.si_status, info.si_code == CLD_EXITED);
    waitpid(child, &status, 0);
    report("again", status);

    printf("told of %d\n", children > 0);
    signal(SIGCHLD, SIG_IGN);
    child = fork();
    if (child == 0) _exit(1);
    printf("nobody %d\n", waitpid(child, &status, 0) == -1 && errno == ECHILD);
    fflush(stdout);
    *(volatile int *)0 = 1;
}
