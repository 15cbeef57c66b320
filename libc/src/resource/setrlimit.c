/* setrlimit.c: limit what this process may use. POSIX. */
#include <sys/resource.h>

#include "../internal/system.h"

int setrlimit(int resource, const struct rlimit *limit)
{
    return (int)call4(SYSTEM_PRLIMIT64, 0, resource, limit, NULL);
}
