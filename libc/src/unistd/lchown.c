/* lchown.c: give a link itself to another user. POSIX. */
#include <fcntl.h>
#include <unistd.h>

#include "../internal/system.h"

int lchown(const char *path, uid_t user, gid_t group)
{
    return (int)call5(SYSTEM_FCHOWNAT, WORKING_DIRECTORY, path, user, group, AT_SYMLINK_NOFOLLOW);
}
