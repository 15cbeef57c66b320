/* dup.c: another descriptor for the same open file, the lowest that is free. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int dup(int descriptor)
{
    return (int)call1(SYSTEM_DUP, descriptor);
}
