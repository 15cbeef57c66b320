/* lseek.c: go to a place in a file. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

off_t lseek(int descriptor, off_t offset, int origin)
{
    return call3(SYSTEM_LSEEK, descriptor, offset, origin);
}
