/* fchown.c: give a file that is open to another user. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int fchown(int descriptor, uid_t user, gid_t group)
{
    return (int)call3(SYSTEM_FCHOWN, descriptor, user, group);
}
