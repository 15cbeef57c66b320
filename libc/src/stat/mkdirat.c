/* mkdirat.c: make a directory below another. POSIX. */
#include <fcntl.h>
#include <sys/stat.h>

#include "../internal/system.h"

int mkdirat(int directory, const char *path, mode_t mode)
{
    return (int)call3(SYSTEM_MKDIRAT, directory, path, mode);
}
