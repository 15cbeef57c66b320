/* getrusage.c: what processes have used. POSIX. */
#include <sys/resource.h>

#include "../internal/system.h"

int getrusage(int who, struct rusage *usage)
{
    return (int)call2(SYSTEM_GETRUSAGE, who, usage);
}
