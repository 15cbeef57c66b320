// Pipes, between processes and in one; waiting for several of them.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHOW(call)                                                                     \
    do {                                                                               \
        errno = 0;                                                                     \
        long result = (long)(call);                                                    \
        printf("%s = %ld%s%s\n", #call, result, result < 0 ? " " : "",                 \
               result < 0 ? strerrorname_np(errno) : "");                              \
    } while (0)

static int signals;

static void count(int number) {
    signals += number;
}

static void alone(void) {
    int ends[2];
    char bytes[100] = {0};
    SHOW(pipe2(ends, O_NONBLOCK));
    SHOW(pipe2(ends, 12345));
    SHOW(read(ends[0], bytes, 10));
    SHOW(write(ends[1], "hello", 5));
    SHOW(write(ends[0], "x", 1));
    SHOW(read(ends[1], bytes, 1));
    int waiting = 0;
    SHOW(ioctl(ends[0], FIONREAD, &waiting));
    SHOW(waiting);
    SHOW(read(ends[0], bytes, 3));
    SHOW(read(ends[0], bytes, 100));
    SHOW(lseek(ends[0], 0, SEEK_SET));
    SHOW(pread(ends[0], bytes, 1, 0));
    SHOW(fcntl(ends[0], F_GETPIPE_SZ));
    char *large = calloc(1, 100000);
    SHOW(write(ends[1], large, 100000));
    SHOW(write(ends[1], large, 1));
    SHOW(read(ends[0], large, 5000));
    struct stat status;
    SHOW(fstat(ends[0], &status));
    printf("%o\n", status.st_mode);
    SHOW(close(ends[1]));
    while (read(ends[0], large, 100000) > 0)
        ;
    SHOW(read(ends[0], bytes, 1));
    SHOW(close(ends[0]));
    signal(SIGPIPE, count);
    SHOW(pipe(ends));
    close(ends[0]);
    SHOW(write(ends[1], "x", 1));
    printf("signals %d\n", signals);
    signal(SIGPIPE, SIG_IGN);
    SHOW(write(ends[1], "x", 1));
    close(ends[1]);
}

static void between(void) {
    int ends[2];
    pipe(ends);
    fflush(stdout);
    if (fork() == 0) {
        close(ends[0]);
        char *large = malloc(300000);
        memset(large, 'z', 300000);
        int written = write(ends[1], large, 300000);
        exit(written == 300000 ? 7 : 8);
    }
    close(ends[1]);
    long total = 0, got;
    char bytes[7000];
    while ((got = read(ends[0], bytes, sizeof bytes)) > 0)
        total += got;
    int status;
    wait(&status);
    printf("%ld bytes, child %d\n", total, WEXITSTATUS(status));
    close(ends[0]);
}

static void broken(void) {
    int ends[2];
    pipe(ends);
    fflush(stdout);
    if (fork() == 0) {
        close(ends[0]);
        signal(SIGPIPE, SIG_DFL);
        for (;;)
            write(ends[1], "endless", 7);
    }
    close(ends[1]);
    char byte;
    read(ends[0], &byte, 1);
    close(ends[0]);
    int status;
    wait(&status);
    printf("child ended by signal %d\n", WTERMSIG(status));
}

static void named(void) {
    SHOW(mkfifo("fifo", 0600));
    SHOW(mkfifo("fifo", 0600));
    SHOW(open("fifo", O_WRONLY | O_NONBLOCK));
    fflush(stdout);
    for (int round = 0; round < 2; round++) {
        if (fork() == 0) {
            int fd = open("fifo", round ? O_RDONLY : O_WRONLY);
            char bytes[10] = {0};
            if (round)
                read(fd, bytes, 5);
            else
                write(fd, "named", 5);
            exit(round ? strcmp(bytes, "thing") == 0 : 3);
        }
        int fd = open("fifo", round ? O_WRONLY : O_RDONLY);
        char bytes[10] = {0};
        if (round)
            write(fd, "thing", 5);
        else
            printf("%ld %s\n", (long)read(fd, bytes, 9), bytes);
        int status;
        wait(&status);
        printf("child %d\n", WEXITSTATUS(status));
        close(fd);
    }
    SHOW(unlink("fifo"));
}

static void polled(void) {
    int ends[2];
    pipe(ends);
    struct pollfd set[4] = {{ends[0], POLLIN, 0}, {ends[1], POLLOUT, 0}, {-1, POLLIN, 9}, {99, POLLIN, 0}};
    SHOW(poll(set, 4, 0));
    printf("%x %x %x %x\n", set[0].revents, set[1].revents, set[2].revents, set[3].revents);
    SHOW(poll(set, 1, 30));
    write(ends[1], "x", 1);
    SHOW(poll(set, 1, -1));
    printf("%x\n", set[0].revents);
    fd_set reads, writes;
    FD_ZERO(&reads);
    FD_ZERO(&writes);
    FD_SET(ends[0], &reads);
    FD_SET(ends[1], &writes);
    SHOW(select(ends[1] + 1, &reads, &writes, NULL, NULL));
    printf("%d %d\n", FD_ISSET(ends[0], &reads) != 0, FD_ISSET(ends[1], &writes) != 0);
    char byte;
    read(ends[0], &byte, 1);
    struct timeval soon = {0, 20000};
    FD_SET(ends[0], &reads);
    SHOW(select(ends[1] + 1, &reads, NULL, NULL, &soon));
    printf("%d\n", FD_ISSET(ends[0], &reads) != 0);
    FD_SET(60, &reads);
    SHOW(select(61, &reads, NULL, NULL, &soon));
    fflush(stdout);
    if (fork() == 0) {
        usleep(10000);
        write(ends[1], "late", 4);
        exit(0);
    }
    close(ends[1]);
    SHOW(poll(set, 1, -1));
    printf("%x\n", set[0].revents & POLLIN);
    wait(NULL);
    char bytes[9];
    SHOW(read(ends[0], bytes, 9));
    SHOW(poll(set, 1, -1));
    printf("%x\n", set[0].revents);
    close(ends[0]);
    pipe(ends);
    close(ends[0]);
    set[0].fd = ends[1];
    set[0].events = POLLOUT;
    SHOW(poll(set, 1, 0));
    printf("%x\n", set[0].revents);
    close(ends[1]);
}

static void interrupted(void) {
    struct sigaction action = {.sa_handler = count};
    sigaction(SIGALRM, &action, NULL);
    signals = 0;
    int ends[2];
    char byte;
    pipe(ends);
    alarm(1);
    SHOW(read(ends[0], &byte, 1));
    struct pollfd set = {ends[0], POLLIN, 0};
    alarm(1);
    SHOW(poll(&set, 1, -1));
    char *large = calloc(1, 100000);
    alarm(1);
    SHOW(write(ends[1], large, 100000));
    printf("signals %d\n", signals);
    close(ends[0]);
    close(ends[1]);
}

static void sockets(void) {
    int ends[2];
    char bytes[9] = {0};
    SHOW(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends));
    SHOW(fcntl(ends[0], F_GETFD));
    SHOW(write(ends[0], "ping", 4));
    SHOW(read(ends[0], bytes, 9));
    SHOW(read(ends[1], bytes, 9));
    SHOW(send(ends[1], "pong", 4, MSG_NOSIGNAL));
    SHOW(recv(ends[0], bytes, 9, 0));
    puts(bytes);
    struct pollfd set = {ends[0], POLLIN | POLLOUT, 0};
    SHOW(poll(&set, 1, 0));
    close(ends[1]);
    SHOW(read(ends[0], bytes, 9));
    SHOW(write(ends[0], "x", 1));
    SHOW(send(1, "x", 1, 0));
}

int main(void) {
    setvbuf(stdout, NULL, _IOFBF, 1 << 16);
    alone();
    between();
    broken();
    named();
    polled();
    interrupted();
    sockets();
    return 0;
}
