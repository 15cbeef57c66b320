/* getrandom.c: bytes by chance. GNU. */
#include <sys/random.h>

#include "../internal/system.h"

ssize_t getrandom(void *buffer, size_t size, unsigned int flags)
{
    return call3(SYSTEM_GETRANDOM, buffer, size, flags);
}
