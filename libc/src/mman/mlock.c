/* mlock.c: keep memory in memory. POSIX. */
#include <sys/mman.h>

#include "../internal/system.h"

int mlock(const void *start, size_t size)
{
    return (int)call2(SYSTEM_MLOCK, start, size);
}

int munlock(const void *start, size_t size)
{
    return (int)call2(SYSTEM_MUNLOCK, start, size);
}
