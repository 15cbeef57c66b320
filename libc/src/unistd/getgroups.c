/* getgroups.c: the groups that this process belongs to. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int getgroups(int size, gid_t groups[])
{
    return (int)call2(SYSTEM_GETGROUPS, size, groups);
}
