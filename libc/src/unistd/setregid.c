/* setregid.c: change the real and the effective group. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int setregid(gid_t real, gid_t effective)
{
    return (int)call2(SYSTEM_SETREGID, real, effective);
}
