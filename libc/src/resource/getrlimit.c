/* getrlimit.c: what this process may use. POSIX. */
#include <sys/resource.h>

#include "../internal/system.h"

int getrlimit(int resource, struct rlimit *limit)
{
    return (int)call4(SYSTEM_PRLIMIT64, 0, resource, NULL, limit);
}
