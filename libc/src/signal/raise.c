/* raise.c: send a signal to the running thread. C17 7.14.2.1. */
#include <signal.h>

#include "../internal/system.h"

int raise(int signal)
{
    long process = __cutaway_syscall(SYSTEM_GETPID, 0, 0, 0, 0, 0, 0);
    long thread = __cutaway_syscall(SYSTEM_GETTID, 0, 0, 0, 0, 0, 0);

    return (int)__cutaway_answer(
        __cutaway_syscall(SYSTEM_TGKILL, process, thread, signal, 0, 0, 0));
}
