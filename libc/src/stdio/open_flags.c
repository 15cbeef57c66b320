/* open_flags.c: from a mode of fopen to the flags of open. C17 7.21.5.3p3; e as in POSIX. */
#include <errno.h>
#include <fcntl.h>

#include "../internal/stream.h"

int __cutaway_open_flags(const char *mode)
{
    int access;
    int flags;

    switch (*mode) {
    case 'r':
        access = O_RDONLY;
        flags = 0;
        break;
    case 'w':
        access = O_WRONLY;
        flags = O_CREAT | O_TRUNC;
        break;
    case 'a':
        access = O_WRONLY;
        flags = O_CREAT | O_APPEND;
        break;
    default:
        errno = EINVAL;
        return -1;
    }
    while (*++mode != '\0' && *mode != ',') {
        if (*mode == '+') {
            access = O_RDWR;
        } else if (*mode == 'x') {
            flags |= O_EXCL;
        } else if (*mode == 'e') {
            flags |= O_CLOEXEC;
        }
    }
    return access | flags;
}
