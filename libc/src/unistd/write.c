/* write.c: write bytes to a descriptor. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

ssize_t write(int descriptor, const void *from, size_t count)
{
    return __cutaway_answer(
        __cutaway_syscall(SYSTEM_WRITE, descriptor, (long)from, (long)count, 0, 0, 0));
}
