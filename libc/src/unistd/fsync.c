/* fsync.c: wait until a file is safe. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int fsync(int descriptor)
{
    return (int)call1(SYSTEM_FSYNC, descriptor);
}
