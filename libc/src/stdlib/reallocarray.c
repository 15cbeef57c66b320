/* reallocarray.c: realloc for an array whose size may be too large for any. BSD. */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

void *reallocarray(void *object, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        errno = ENOMEM;
        return NULL;
    }
    return realloc(object, count * size);
}
