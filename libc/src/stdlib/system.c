/*
 * system.c: let the shell execute a command. C17 7.22.4.8, POSIX.
 *
 * There is a shell only where a directory was granted that has one: without it there is none to
 * ask for, and commands end as POSIX says.
 */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../internal/shell.h"
#include "../internal/signal.h"
#include "../internal/system.h"

static bool has_shell(void)
{
    const int executable = 1;

    return ask3(SYSTEM_FACCESSAT, WORKING_DIRECTORY, "/bin/sh", executable) == 0;
}

/* Waits for the shell: its status, or -1 and errno. */
static int wait_for(long process)
{
    int status = -1;
    long result;

    do {
        result = ask4(SYSTEM_WAIT4, process, &status, 0, NULL);
    } while (result == -EINTR);
    return __cutaway_answer(result) < 0 ? -1 : status;
}

int system(const char *command)
{
    const struct kernel_action ignored = {.handler = SIG_IGN};
    const unsigned long child_signal = signal_bit(SIGCHLD);
    struct kernel_action interrupt;
    struct kernel_action quit;
    unsigned long mask;
    long process;
    int status;

    if (command == NULL) {
        return has_shell();
    }
    if (!has_shell()) {
        return SHELL_MISSING << 8;
    }
    __cutaway_change_action(SIGINT, &ignored, &interrupt);
    __cutaway_change_action(SIGQUIT, &ignored, &quit);
    __cutaway_change_mask(SIG_BLOCK, &child_signal, &mask);
    process = call5(SYSTEM_CLONE, SIGCHLD, 0, 0, 0, 0);
    if (process == 0) {
        __cutaway_change_action(SIGINT, &interrupt, NULL);
        __cutaway_change_action(SIGQUIT, &quit, NULL);
        __cutaway_change_mask(SIG_SETMASK, &mask, NULL);
        __cutaway_become_shell(command);
    }
    status = process < 0 ? -1 : wait_for(process);
    __cutaway_change_action(SIGINT, &interrupt, NULL);
    __cutaway_change_action(SIGQUIT, &quit, NULL);
    __cutaway_change_mask(SIG_SETMASK, &mask, NULL);
    return status;
}
