/* seteuid.c: change the effective user. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int seteuid(uid_t user)
{
    return (int)call2(SYSTEM_SETREUID, -1, user);
}
