/* gettid.c: the number of this thread. GNU. */
#include <unistd.h>

#include "../internal/system.h"

pid_t gettid(void)
{
    return (pid_t)ask0(SYSTEM_GETTID);
}
