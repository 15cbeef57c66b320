/* ftruncate.c: set the length of a file that is open. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int ftruncate(int descriptor, off_t length)
{
    return (int)call2(SYSTEM_FTRUNCATE, descriptor, length);
}
