/* mprotect.c: change what may be done with memory. POSIX. */
#include <sys/mman.h>

#include "../internal/system.h"

int mprotect(void *start, size_t size, int protection)
{
    return (int)call3(SYSTEM_MPROTECT, start, size, protection);
}
