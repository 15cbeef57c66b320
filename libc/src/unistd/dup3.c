/* dup3.c: the wanted descriptor for the same open file, with flags. GNU. */
#include <unistd.h>

#include "../internal/system.h"

int dup3(int descriptor, int wanted, int flags)
{
    return (int)call3(SYSTEM_DUP3, descriptor, wanted, flags);
}
