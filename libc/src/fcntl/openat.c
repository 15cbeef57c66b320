/* openat.c: open a file below a directory. POSIX. */
#include <fcntl.h>
#include <stdarg.h>

#include "../internal/system.h"

int openat(int directory, const char *path, int flags, ...)
{
    mode_t mode = 0;

    if ((flags & (O_CREAT | (O_TMPFILE & ~O_DIRECTORY))) != 0) {
        va_list arguments;

        va_start(arguments, flags);
        mode = va_arg(arguments, mode_t);
        va_end(arguments);
    }
    return (int)call4(SYSTEM_OPENAT, directory, path, flags, mode);
}
