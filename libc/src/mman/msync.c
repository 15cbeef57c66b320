/* msync.c: bring a mapping's changes to its file. POSIX. */
#include <sys/mman.h>

#include "../internal/system.h"

int msync(void *start, size_t size, int flags)
{
    return (int)call3(SYSTEM_MSYNC, start, size, flags);
}
