/* POSIX: processes: fork, pipes, exec, wait, and what they tell each other. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

static void pipes(void)
{
    int ends[2];
    char text[32] = "";
    int status;
    pid_t child;

    printf("%d\n", pipe(ends));
    fflush(stdout);
    child = fork();
    if (child == 0) {
        close(ends[0]);
        write(ends[1], "from the child", 15);
        _exit(7);
    }
    close(ends[1]);
    printf("%d %s\n", (int)read(ends[0], text, sizeof text), text);
    printf("%d\n", (int)read(ends[0], text, sizeof text));
    close(ends[0]);
    printf("%d\n", waitpid(child, &status, 0) == child);
    printf("%d %d %d\n", WIFEXITED(status), WEXITSTATUS(status), WIFSIGNALED(status));
    errno = 0;
    printf("%d", (int)wait(&status));
    printf(" %s\n", strerror(errno));
}

static void signals(void)
{
    int status;
    pid_t child;

    fflush(stdout);
    child = fork();
    if (child == 0) {
        raise(SIGKILL);
    }
    waitpid(child, &status, 0);
    printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status));
    child = fork();
    if (child == 0) {
        signal(SIGUSR1, SIG_DFL);
        for (;;) {
            pause();
        }
    }
    printf("%d\n", (int)waitpid(child, &status, WNOHANG));
    kill(child, SIGUSR1);
    waitpid(child, &status, 0);
    printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status) == SIGUSR1);
}

static void execution(void)
{
    char *const arguments[] = {"none", NULL};
    int status;
    pid_t child;

    errno = 0;
    printf("%d", execv("/there/is/none", arguments));
    printf(" %s\n", strerror(errno));
    errno = 0;
    printf("%d", execlp("no_such_program_anywhere", "x", "y", (char *)NULL));
    printf(" %s\n", strerror(errno));
    errno = 0;
    printf("%d", execl("/tmp", "x", (char *)NULL));
    printf(" %s\n", strerror(errno));
    fflush(stdout);
    child = fork();
    if (child == 0) {
        if (execle("/there/is/none", "x", (char *)NULL, arguments) == -1) {
            exit(errno == ENOENT ? 3 : 4);
        }
    }
    waitpid(child, &status, 0);
    printf("%d\n", WEXITSTATUS(status));
}

static void identity(void)
{
    struct utsname system;
    struct rlimit limit;
    struct rusage usage;
    struct tms ticks;

    printf("%d %d\n", getpid() > 0, getppid() >= 0);
    printf("%d %d\n", getuid() == geteuid(), getgid() == getegid());
    printf("%d %s\n", uname(&system), system.machine);
    printf("%d %d\n", getrlimit(RLIMIT_NOFILE, &limit), limit.rlim_cur > 0);
    printf("%d %d\n", getrusage(RUSAGE_SELF, &usage), usage.ru_utime.tv_sec < 100);
    printf("%d\n", times(&ticks) != (clock_t)-1);
    printf("%ld %ld\n", sysconf(_SC_PAGESIZE), sysconf(_SC_CLK_TCK));
    errno = 0;
    printf("%ld", sysconf(12345));
    printf(" %s\n", strerror(errno));
}

static void descriptors(void)
{
    int ends[2];
    char c = 0;
    int copy;

    pipe(ends);
    copy = dup2(ends[1], 20);
    printf("%d\n", copy);
    write(copy, "x", 1);
    printf("%d %c\n", (int)read(ends[0], &c, 1), c);
    printf("%d\n", (fcntl(copy, F_GETFL) & O_ACCMODE) == O_WRONLY);
    printf("%d", fcntl(copy, F_SETFD, FD_CLOEXEC));
    printf(" %d\n", fcntl(copy, F_GETFD));
    printf("%d\n", dup(copy) > 2);
    errno = 0;
    printf("%d", close(77));
    printf(" %s\n", strerror(errno));
    printf("%d", dup2(77, 3));
    printf(" %s\n", strerror(errno));
    printf("%d", (int)lseek(copy, 0, SEEK_SET));
    printf(" %s\n", strerror(errno));
    printf("%d", (int)read(copy, &c, 1));
    printf(" %s\n", strerror(errno));
    close(ends[0]);
    signal(SIGPIPE, SIG_IGN);
    printf("%d", (int)write(copy, "x", 1));
    printf(" %s\n", strerror(errno));
    printf("%d", isatty(copy));
    printf(" %s\n", strerror(errno));
}

int main(void)
{
    pipes();
    signals();
    execution();
    identity();
    descriptors();
    return 0;
}
