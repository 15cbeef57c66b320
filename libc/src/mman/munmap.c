/* munmap.c: remove mappings. POSIX. */
#include <sys/mman.h>

#include "../internal/system.h"

int munmap(void *start, size_t size)
{
    return (int)call2(SYSTEM_MUNMAP, start, size);
}
