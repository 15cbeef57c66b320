/* remove.c: delete a file, or a directory that is empty. C17 7.21.4.1. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

#include "../internal/system.h"

int remove(const char *path)
{
    long result = ask3(SYSTEM_UNLINKAT, WORKING_DIRECTORY, path, 0);

    if (result == -EISDIR) {
        result = ask3(SYSTEM_UNLINKAT, WORKING_DIRECTORY, path, AT_REMOVEDIR);
    }
    return (int)__cutaway_answer(result);
}
