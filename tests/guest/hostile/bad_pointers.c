/* Status 0, as under qemu: system calls with pointers to nothing. */
#include <errno.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static void try(const char *name, long number, long a, long b, long c) {
    long got = syscall(number, a, b, c);
    printf("%s %ld %d\n", name, got, got < 0 ? errno : 0);
}

int main(void) {
    long nowhere[] = {8, -8, 1L << 40, (1L << 62) + 3};
    for (int i = 0; i < 4; i++) {
        long bad = nowhere[i];
        try("write", SYS_write, 1, bad, 5);
        try("openat", SYS_openat, -100, bad, 0);
        try("uname", SYS_uname, bad, 0, 0);
        try("getcwd", SYS_getcwd, bad, 100, 0);
        try("clock_gettime", SYS_clock_gettime, 0, bad, 0);
        try("getrandom", SYS_getrandom, bad, 8, 0);
        try("rt_sigaction", SYS_rt_sigaction, 10, bad, 0);
    }
    try("write", SYS_write, 99, (long)"x", 1);
    try("read", SYS_read, -1, (long)nowhere, 1);
    return 0;
}
