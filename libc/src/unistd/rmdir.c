/* rmdir.c: delete an empty directory. POSIX. */
#include <fcntl.h>
#include <unistd.h>

#include "../internal/system.h"

int rmdir(const char *path)
{
    return (int)call3(SYSTEM_UNLINKAT, WORKING_DIRECTORY, path, AT_REMOVEDIR);
}
