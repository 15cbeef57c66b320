/* madvise.c: say how memory will be used. Linux. */
#include <sys/mman.h>

#include "../internal/system.h"

int madvise(void *start, size_t size, int advice)
{
    return (int)call3(SYSTEM_MADVISE, start, size, advice);
}
