/* fstat.c: what is known of a file that is open. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int fstat(int descriptor, struct stat *status)
{
    return (int)call2(SYSTEM_FSTAT, descriptor, status);
}
