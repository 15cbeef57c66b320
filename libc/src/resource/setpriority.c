/* setpriority.c: how modest a process shall be. POSIX. */
#include <sys/resource.h>

#include "../internal/system.h"

int setpriority(int kind, id_t who, int priority)
{
    return (int)call3(SYSTEM_SETPRIORITY, kind, who, priority);
}
