/* raise.c: send a signal to the running thread. C17 7.14.2.1. */
#include <signal.h>

#include "../internal/system.h"

int raise(int signal)
{
    long process = ask0(SYSTEM_GETPID);
    long thread = ask0(SYSTEM_GETTID);

    return (int)call3(SYSTEM_TGKILL, process, thread, signal);
}
