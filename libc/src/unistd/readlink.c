/* readlink.c: the text of a symbolic link, without a null. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

ssize_t readlink(const char *restrict path, char *restrict to, size_t size)
{
    return call4(SYSTEM_READLINKAT, WORKING_DIRECTORY, path, to, size);
}
