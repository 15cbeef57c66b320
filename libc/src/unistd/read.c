/* read.c: read bytes from a descriptor. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

ssize_t read(int descriptor, void *to, size_t count)
{
    return call3(SYSTEM_READ, descriptor, to, count);
}
