/* readlinkat.c: the text of a symbolic link below a directory. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

ssize_t readlinkat(int directory, const char *restrict path, char *restrict to, size_t size)
{
    return call4(SYSTEM_READLINKAT, directory, path, to, size);
}
