/* unlinkat.c: delete a name below a directory. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int unlinkat(int directory, const char *path, int flags)
{
    return (int)call3(SYSTEM_UNLINKAT, directory, path, flags);
}
