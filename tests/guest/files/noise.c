// A hostile guest: system calls about files with arguments at random, SEED and COUNT from the command line.
// Whatever they answer, this must come to its end, or be ended by a signal of its own making.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static unsigned long state;

static unsigned long next(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static char memory[1 << 16];

static const char *const names[] = {
    "", ".", "..", "/", "a", "b", "a/b", "./a/", "b/../a", "/tmp/x", "/proc/self/fd/3", "/proc/self/exe", "/proc/self",
    "/proc", "/dev/null", "/dev/zero", "/dev/full", "/dev/tty", "/dev/fd/1", "/proc/self/root/..", "link", "link/x",
    "/proc/self/cwd/a", "/proc/self/task", "/proc/self/maps", "/home/user/a", "fifo", "/nonexistent/x", "//", "a//b",
};

static const short calls[] = {
    17, 19, 20, 21, 22, 23, 24, 25, 29, 32, 33, 34, 35, 36, 37, 43, 44, 45, 46, 47, 48, 49, 50, 52, 53, 54, 55, 56, 56, 56,
    57, 59, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 78, 79, 80, 81, 82, 83, 88, 199, 206, 207, 215, 222, 223,
    276, 279, 281, 285, 286, 287, 291, 436, 437, 439, 441, 452,
};

static long argument(void) {
    unsigned long kind = next() % 16;
    if (kind < 5)
        return next() % 12;
    if (kind < 9)
        return (long)names[next() % (sizeof names / sizeof *names)];
    if (kind < 12)
        return (long)(memory + next() % sizeof memory / 8 * 8);
    switch (kind) {
    case 12: return -100;
    case 13: return 1L << next() % 64;
    case 14: return -1 - (long)(next() % 4);
    default: return (long)next();
    }
}

int main(int count, char **arguments) {
    state = count > 1 ? strtoul(arguments[1], NULL, 0) * 0x9e3779b97f4a7c15 | 1 : 1;
    long calls_max = count > 2 ? atol(arguments[2]) : 2000;
    signal(SIGPIPE, SIG_IGN);
    signal(SIGALRM, SIG_IGN);
    for (long i = 0; i < calls_max; i++) {
        for (int word = 0; word < 64; word++)
            ((long *)memory)[next() % (sizeof memory / 8)] = argument();
        long number = calls[next() % (sizeof calls / sizeof *calls)];
        long a = argument(), b = argument(), c = argument(), d = argument(), e = argument(), f = argument();
        // What it runs from, and what it waits for without end, it leaves alone.
        if (number == 215 || (number == 222 && (d & 0x10)) || number == 72 || number == 281)
            continue;
        if (number == 73)
            c = (long)memory;
        if (number == 22 || number == 441)
            d = number == 22 ? 3 : (long)memory;
        syscall(number, a, b, c, d, e, f);
    }
    return 0;
}
