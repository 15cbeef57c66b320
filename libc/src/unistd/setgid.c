/* setgid.c: become one of another group. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int setgid(gid_t group)
{
    return (int)call1(SYSTEM_SETGID, group);
}
