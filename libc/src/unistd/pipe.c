/* pipe.c: a pipe: what is written to the second descriptor is read from the first. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int pipe(int descriptors[2])
{
    return (int)call2(SYSTEM_PIPE2, descriptors, 0);
}
