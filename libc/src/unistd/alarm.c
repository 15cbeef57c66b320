/* alarm.c: SIGALRM after so many seconds; returns what was left of the last. POSIX. */
#include <sys/time.h>
#include <unistd.h>

#include "../internal/system.h"

unsigned int alarm(unsigned int seconds)
{
    struct itimerval wanted = {{0, 0}, {seconds, 0}};
    struct itimerval before = {{0, 0}, {0, 0}};
    long left;

    ask3(SYSTEM_SETITIMER, ITIMER_REAL, &wanted, &before);
    left = before.it_value.tv_sec + (before.it_value.tv_usec >= 500000);
    if (left == 0 && before.it_value.tv_usec > 0) {
        left = 1;
    }
    return (unsigned int)left;
}
