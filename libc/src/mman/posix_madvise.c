/* posix_madvise.c: say how memory will be used; its bytes stay. Errors are returned. POSIX. */
#include <sys/mman.h>

#include "../internal/system.h"

int posix_madvise(void *start, size_t size, int advice)
{
    return advice == POSIX_MADV_DONTNEED ? 0 : (int)-ask3(SYSTEM_MADVISE, start, size, advice);
}
