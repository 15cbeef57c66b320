/* truncate.c: set the length of a file. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int truncate(const char *path, off_t length)
{
    return (int)call2(SYSTEM_TRUNCATE, path, length);
}
