/* Ctrl-C, and what a program makes of it, which its argument says. It says `ready` when it may be interrupted. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t count;

static void note(int number) { count += number == SIGINT; }

static void install(void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    if (sigaction(SIGINT, &action, NULL)) perror("sigaction");
}

static void ready(void) {
    puts("ready");
    fflush(stdout);
}

static void read_once(void) {
    char bytes[16];
    ready();
    ssize_t size = read(0, bytes, sizeof bytes);
    printf("read %zd, %s, %d interrupted\n", size, size < 0 ? strerror(errno) : "done", (int)count);
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    if (!strcmp(what, "compute")) {
        install(note, 0);
        ready();
        while (!count) {}
        puts("handled");
        return 7;
    }
    if (!strcmp(what, "fail")) {
        install(note, 0);
        read_once();
    } else if (!strcmp(what, "restart")) {
        install(note, SA_RESTART);
        read_once();
    } else if (!strcmp(what, "ignore")) {
        install(SIG_IGN, 0);
        read_once();
    } else {
        if (!strcmp(what, "again")) install(note, 0);
        ready();
        for (int told = 0;;)
            if (count > told) {
                told = count;
                puts("handled");
                fflush(stdout);
            }
    }
}
