/* fdatasync.c: wait until a file's bytes are safe. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int fdatasync(int descriptor)
{
    return (int)call1(SYSTEM_FDATASYNC, descriptor);
}
