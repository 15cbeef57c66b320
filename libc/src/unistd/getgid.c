/* getgid.c: the group that this process runs for. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

gid_t getgid(void)
{
    return (gid_t)ask0(SYSTEM_GETGID);
}
