/* difftime.c: the seconds between two times. C17 7.27.2.2. */
#include <time.h>

double difftime(time_t end, time_t start)
{
    return (double)end - (double)start;
}
