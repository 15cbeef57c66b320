/* linkat.c: another name for a file, below directories. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int linkat(int old_directory, const char *old, int new_directory, const char *new, int flags)
{
    return (int)call5(SYSTEM_LINKAT, old_directory, old, new_directory, new, flags);
}
