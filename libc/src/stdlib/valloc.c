/* valloc.c: a block that begins at a page. BSD. */
#include <stdlib.h>

void *valloc(size_t size)
{
    return aligned_alloc(4096, size);
}
