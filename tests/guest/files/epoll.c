// Counters and epoll.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHOW(call)                                                                     \
    do {                                                                               \
        errno = 0;                                                                     \
        long result = (long)(call);                                                    \
        printf("%s = %ld%s%s\n", #call, result, result < 0 ? " " : "",                 \
               result < 0 ? strerrorname_np(errno) : "");                              \
    } while (0)

static int poller;

static int control(int operation, int fd, unsigned events, int value) {
    struct epoll_event event = {.events = events, .data.u64 = value};
    return epoll_ctl(poller, operation, fd, &event);
}

static void show(int timeout) {
    struct epoll_event events[8];
    int count = epoll_wait(poller, events, 8, timeout);
    printf("wait %d:", count);
    for (int i = 0; i < count; i++)
        printf(" %ld/%x", (long)events[i].data.u64, events[i].events);
    puts("");
}

static void counters(void) {
    uint64_t value = 0;
    int fd = eventfd(3, EFD_NONBLOCK | EFD_CLOEXEC);
    SHOW(fcntl(fd, F_GETFD));
    SHOW(read(fd, &value, 4));
    SHOW(read(fd, &value, 8));
    SHOW(value);
    SHOW(read(fd, &value, 8));
    value = 5;
    SHOW(write(fd, &value, 8));
    SHOW(write(fd, &value, 8));
    SHOW(read(fd, &value, 8));
    SHOW(value);
    value = UINT64_MAX;
    SHOW(write(fd, &value, 8));
    value = UINT64_MAX - 1;
    SHOW(write(fd, &value, 8));
    value = 1;
    SHOW(write(fd, &value, 8));
    close(fd);
    fd = eventfd(2, EFD_SEMAPHORE | EFD_NONBLOCK);
    SHOW(read(fd, &value, 8));
    SHOW(value);
    SHOW(read(fd, &value, 8));
    SHOW(read(fd, &value, 8));
    close(fd);
    SHOW(eventfd(0, 12345));
}

static void watched(void) {
    int ends[2], file = open("file", O_RDWR | O_CREAT, 0600);
    char bytes[9];
    pipe(ends);
    poller = epoll_create1(EPOLL_CLOEXEC);
    SHOW(control(EPOLL_CTL_ADD, ends[0], EPOLLIN, 1));
    SHOW(control(EPOLL_CTL_ADD, ends[0], EPOLLIN, 1));
    SHOW(control(EPOLL_CTL_MOD, ends[1], EPOLLIN, 1));
    SHOW(control(EPOLL_CTL_DEL, ends[1], EPOLLIN, 1));
    SHOW(control(EPOLL_CTL_ADD, file, EPOLLIN, 1));
    SHOW(control(EPOLL_CTL_ADD, poller, EPOLLIN, 1));
    SHOW(control(EPOLL_CTL_ADD, 99, EPOLLIN, 1));
    SHOW(control(77, ends[0], EPOLLIN, 1));
    struct epoll_event event;
    SHOW(epoll_ctl(file, EPOLL_CTL_ADD, ends[0], &event));
    SHOW(epoll_wait(poller, &event, 0, 0));
    SHOW(epoll_wait(file, &event, 1, 0));
    show(0);
    show(20);
    write(ends[1], "x", 1);
    show(-1);
    show(0);
    SHOW(control(EPOLL_CTL_MOD, ends[0], EPOLLIN | EPOLLET, 2));
    show(0);
    show(0);
    write(ends[1], "y", 1);
    show(0);
    show(0);
    SHOW(control(EPOLL_CTL_MOD, ends[0], EPOLLIN | EPOLLONESHOT, 3));
    show(0);
    show(0);
    SHOW(control(EPOLL_CTL_MOD, ends[0], EPOLLIN | EPOLLONESHOT, 4));
    show(0);
    SHOW(control(EPOLL_CTL_ADD, ends[1], EPOLLOUT, 5));
    show(0);
    SHOW(control(EPOLL_CTL_DEL, ends[1], 0, 0));
    SHOW(control(EPOLL_CTL_MOD, ends[0], EPOLLIN, 6));
    SHOW(read(ends[0], bytes, 9));
    show(0);
    fflush(stdout);
    if (fork() == 0) {
        usleep(5000);
        write(ends[1], "z", 1);
        exit(0);
    }
    show(-1);
    wait(NULL);
    SHOW(read(ends[0], bytes, 9));
    close(ends[1]);
    show(0);
    close(ends[0]);
    show(0);
    close(poller);
}

static void nested(void) {
    uint64_t value = 1;
    int counter = eventfd(0, 0), inner = epoll_create1(0);
    poller = inner;
    SHOW(control(EPOLL_CTL_ADD, counter, EPOLLIN, 1));
    poller = epoll_create1(0);
    SHOW(control(EPOLL_CTL_ADD, inner, EPOLLIN, 2));
    show(0);
    write(counter, &value, 8);
    show(0);
    fflush(stdout);
    read(counter, &value, 8);
    if (fork() == 0) {
        usleep(5000);
        write(counter, &value, 8);
        exit(0);
    }
    show(-1);
    wait(NULL);
}

int main(void) {
    setvbuf(stdout, NULL, _IOFBF, 1 << 16);
    counters();
    watched();
    nested();
    return 0;
}
