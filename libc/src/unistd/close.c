/* close.c: close a descriptor. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int close(int descriptor)
{
    return (int)call1(SYSTEM_CLOSE, descriptor);
}
