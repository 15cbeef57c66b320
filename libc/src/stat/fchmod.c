/* fchmod.c: change what may be done with a file that is open. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int fchmod(int descriptor, mode_t mode)
{
    return (int)call2(SYSTEM_FCHMOD, descriptor, mode);
}
