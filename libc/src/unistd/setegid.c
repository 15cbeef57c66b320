/* setegid.c: change the effective group. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int setegid(gid_t group)
{
    return (int)call2(SYSTEM_SETREGID, -1, group);
}
