/* ctime.c: seconds since the epoch as text. C17 7.27.3.2. */
#include <time.h>

char *ctime(const time_t *time)
{
    const struct tm *broken = localtime(time);

    return broken != NULL ? asctime(broken) : NULL;
}
