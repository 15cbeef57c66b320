/* mremap.c: change the size of a mapping, and perhaps its place. Linux. */
#include <stdarg.h>
#include <sys/mman.h>

#include "../internal/system.h"

void *mremap(void *start, size_t size, size_t wanted, int flags, ...)
{
    void *place = NULL;

    if ((flags & MREMAP_FIXED) != 0) {
        va_list arguments;

        va_start(arguments, flags);
        place = va_arg(arguments, void *);
        va_end(arguments);
    }
    return (void *)call5(SYSTEM_MREMAP, start, size, wanted, flags, place);
}
