/* write.c: write bytes to a descriptor. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

ssize_t write(int descriptor, const void *from, size_t count)
{
    return call3(SYSTEM_WRITE, descriptor, from, count);
}
