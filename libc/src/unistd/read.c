/* read.c: read bytes from a descriptor. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

ssize_t read(int descriptor, void *to, size_t count)
{
    return __cutaway_answer(
        __cutaway_syscall(SYSTEM_READ, descriptor, (long)to, (long)count, 0, 0, 0));
}
