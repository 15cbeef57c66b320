/* getitimer.c: what a timer will do next. POSIX. */
#include <sys/time.h>

#include "../internal/system.h"

int getitimer(int timer, struct itimerval *value)
{
    return (int)call2(SYSTEM_GETITIMER, timer, value);
}
