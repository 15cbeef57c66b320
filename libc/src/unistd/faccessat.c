/* faccessat.c: whether a file below a directory may be used so. POSIX. */
#include <fcntl.h>
#include <unistd.h>

#include "../internal/system.h"

int faccessat(int directory, const char *path, int mode, int flags)
{
    return (int)call4(SYSTEM_FACCESSAT2, directory, path, mode, flags);
}
