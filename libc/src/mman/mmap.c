/* mmap.c: map a file or new memory. POSIX. */
#include <sys/mman.h>

#include "../internal/system.h"

void *mmap(void *start, size_t size, int protection, int flags, int descriptor, off_t offset)
{
    return (void *)call6(SYSTEM_MMAP, start, size, protection, flags, descriptor, offset);
}
