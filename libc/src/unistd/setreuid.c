/* setreuid.c: change the real and the effective user. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int setreuid(uid_t real, uid_t effective)
{
    return (int)call2(SYSTEM_SETREUID, real, effective);
}
