/* rename.c: give a file another name, in place of what bore it. C17 7.21.4.2. */
#include <stdio.h>

#include "../internal/system.h"

int rename(const char *old, const char *new)
{
    return (int)call5(SYSTEM_RENAMEAT2, WORKING_DIRECTORY, old, WORKING_DIRECTORY, new, 0);
}
