/* fchdir.c: go to a directory that is open. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int fchdir(int descriptor)
{
    return (int)call1(SYSTEM_FCHDIR, descriptor);
}
