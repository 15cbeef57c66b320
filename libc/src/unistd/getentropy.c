/* getentropy.c: bytes by chance, at most 256. POSIX. */
#include <errno.h>
#include <unistd.h>

#include "../internal/system.h"

int getentropy(void *buffer, size_t size)
{
    if (size > 256) {
        errno = EIO;
        return -1;
    }
    return call3(SYSTEM_GETRANDOM, buffer, size, 0) < 0 ? -1 : 0;
}
