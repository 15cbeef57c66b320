/* unlink.c: delete a name of a file. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int unlink(const char *path)
{
    return (int)call3(SYSTEM_UNLINKAT, WORKING_DIRECTORY, path, 0);
}
