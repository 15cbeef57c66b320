/* posix_memalign.c: an aligned block; errors are returned. POSIX. */
#include <errno.h>
#include <stdlib.h>

int posix_memalign(void **result, size_t alignment, size_t size)
{
    int number = errno;
    void *block;

    if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0) {
        return EINVAL;
    }
    block = aligned_alloc(alignment, size);
    errno = number;
    if (block == NULL) {
        return ENOMEM;
    }
    *result = block;
    return 0;
}
