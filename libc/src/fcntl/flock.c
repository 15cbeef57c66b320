/* flock.c: lock a whole file. BSD. */
#include <sys/file.h>

#include "../internal/system.h"

int flock(int descriptor, int operation)
{
    return (int)call2(SYSTEM_FLOCK, descriptor, operation);
}
