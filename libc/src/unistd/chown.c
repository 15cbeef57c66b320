/* chown.c: give a file to another user. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int chown(const char *path, uid_t user, gid_t group)
{
    return (int)call5(SYSTEM_FCHOWNAT, WORKING_DIRECTORY, path, user, group, 0);
}
