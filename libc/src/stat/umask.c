/* umask.c: what new files may not be used for; returns what it was. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

mode_t umask(mode_t mask)
{
    return (mode_t)ask1(SYSTEM_UMASK, mask);
}
