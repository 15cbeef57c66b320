/* dup2.c: the wanted descriptor for the same open file. POSIX. */
#include <fcntl.h>
#include <unistd.h>

#include "../internal/system.h"

int dup2(int descriptor, int wanted)
{
    if (descriptor == wanted) {
        return call2(SYSTEM_FCNTL, descriptor, F_GETFD) < 0 ? -1 : wanted;
    }
    return (int)call3(SYSTEM_DUP3, descriptor, wanted, 0);
}
