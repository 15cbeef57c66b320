/* pipe2.c: a pipe, with flags. GNU. */
#include <unistd.h>

#include "../internal/system.h"

int pipe2(int descriptors[2], int flags)
{
    return (int)call2(SYSTEM_PIPE2, descriptors, flags);
}
