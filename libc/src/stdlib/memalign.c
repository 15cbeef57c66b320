/* memalign.c: aligned_alloc under an old name. */
#include <stdlib.h>

void *memalign(size_t alignment, size_t size)
{
    return aligned_alloc(alignment, size);
}
