/* link.c: another name for a file. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int link(const char *old, const char *new)
{
    return (int)call5(SYSTEM_LINKAT, WORKING_DIRECTORY, old, WORKING_DIRECTORY, new, 0);
}
