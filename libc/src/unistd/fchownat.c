/* fchownat.c: give a file below a directory to another user. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int fchownat(int directory, const char *path, uid_t user, gid_t group, int flags)
{
    return (int)call5(SYSTEM_FCHOWNAT, directory, path, user, group, flags);
}
