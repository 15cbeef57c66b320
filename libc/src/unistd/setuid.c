/* setuid.c: become another user. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int setuid(uid_t user)
{
    return (int)call1(SYSTEM_SETUID, user);
}
