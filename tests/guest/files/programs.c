// Executes itself, as another program and as the interpreter of a script; what is left of what was open.
// Prints the same wherever it runs.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void show_file(const char *path) {
    char text[256];
    int fd = open(path, O_RDONLY);
    long count = read(fd, text, sizeof text);
    for (long i = 0; i < count; i++)
        if (text[i] == 0)
            text[i] = '|';
    printf("%s: %.*s\n", path, (int)count, text);
    close(fd);
}

static int executed(int count, char **arguments) {
    for (int i = 0; i < count; i++)
        printf("[%s]", arguments[i]);
    printf(" %s\n", getenv("WHO"));
    show_file("/proc/self/cmdline");
    show_file("/proc/self/environ");
    show_file("/proc/self/comm");
    if (count == 4) {
        printf("kept %d, closed %d\n", fcntl(atoi(arguments[2]), F_GETFD), fcntl(atoi(arguments[3]), F_GETFD));
        struct sigaction action;
        sigaction(SIGUSR1, NULL, &action);
        printf("handler %d\n", action.sa_handler != SIG_DFL);
        sigaction(SIGUSR2, NULL, &action);
        printf("ignored %d\n", action.sa_handler == SIG_IGN);
    }
    return 5;
}

static void count(int number) {
    (void)number;
}

static void run(const char *path, char **arguments) {
    char *environment[] = {"WHO=me", NULL};
    fflush(stdout);
    if (fork() == 0) {
        execve(path, arguments, environment);
        printf("%s: %s\n", path, strerrorname_np(errno));
        fflush(stdout);
        _exit(9);
    }
    int status;
    wait(&status);
    printf("%d\n", WEXITSTATUS(status));
}

static void make(const char *path, const char *text, int mode) {
    int fd = open(path, O_WRONLY | O_CREAT, mode);
    write(fd, text, strlen(text));
    close(fd);
}

int main(int argument_count, char **arguments) {
    if (getenv("WHO"))
        return executed(argument_count, arguments);
    char kept[9], closed[9];
    sprintf(kept, "%d", open("/dev/null", O_RDONLY));
    sprintf(closed, "%d", open("/dev/null", O_RDONLY | O_CLOEXEC));
    signal(SIGUSR1, count);
    signal(SIGUSR2, SIG_IGN);
    run("/proc/self/exe", (char *[]){"own name", "descriptors", kept, closed, NULL});
    make("script", "#! /usr/bin/program  one argument \nrest", 0755);
    run("script", (char *[]){"zero", "first", "second", NULL});
    run("./none", (char *[]){"x", NULL});
    run("/etc", (char *[]){"x", NULL});
    make("plain", "no program", 0644);
    run("plain", (char *[]){"x", NULL});
    make("text", "no program", 0755);
    run("text", (char *[]){"x", NULL});
    make("loop", "#!loop", 0755);
    run("loop", (char *[]){"x", NULL});
    run("text/x", (char *[]){"x", NULL});
    int own = open("/proc/self/exe", O_RDONLY);
    char *short_arguments[] = {"by descriptor", NULL}, *environment[] = {"WHO=descriptor", NULL};
    char link[64] = {0};
    readlink("/proc/self/exe", link, 63);
    printf("%s\n", link);
    fflush(stdout);
    fexecve(own, short_arguments, environment);
    return 1;
}
