/* geteuid.c: the user whose rights this process has. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

uid_t geteuid(void)
{
    return (uid_t)ask0(SYSTEM_GETEUID);
}
