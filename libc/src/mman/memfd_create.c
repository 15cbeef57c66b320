/* memfd_create.c: a file in memory without a name in any directory. Linux. */
#include <sys/mman.h>

#include "../internal/system.h"

int memfd_create(const char *name, unsigned int flags)
{
    return (int)call2(SYSTEM_MEMFD_CREATE, name, flags);
}
