/* sigqueue.c: send a signal with a value. POSIX. */
#include <signal.h>

#include "../internal/system.h"

int sigqueue(pid_t process, int signal, const union sigval value)
{
    siginfo_t information = {.si_signo = signal, .si_code = SI_QUEUE};

    information.si_pid = (pid_t)ask0(SYSTEM_GETPID);
    information.si_uid = (uid_t)ask0(SYSTEM_GETUID);
    information.si_value = value;
    return (int)call3(SYSTEM_RT_SIGQUEUEINFO, process, signal, &information);
}
