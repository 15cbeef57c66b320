/* setitimer.c: a timer that sends a signal. POSIX. */
#include <sys/time.h>

#include "../internal/system.h"

int setitimer(int timer, const struct itimerval *restrict value, struct itimerval *restrict before)
{
    return (int)call3(SYSTEM_SETITIMER, timer, value, before);
}
