/* getegid.c: the group whose rights this process has. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

gid_t getegid(void)
{
    return (gid_t)ask0(SYSTEM_GETEGID);
}
