/* getuid.c: the user whom this process runs for. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

uid_t getuid(void)
{
    return (uid_t)ask0(SYSTEM_GETUID);
}
