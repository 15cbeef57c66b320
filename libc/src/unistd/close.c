/* close.c: close a descriptor. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int close(int descriptor)
{
    return (int)__cutaway_answer(__cutaway_syscall(SYSTEM_CLOSE, descriptor, 0, 0, 0, 0, 0));
}
