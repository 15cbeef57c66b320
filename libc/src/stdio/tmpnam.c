/* tmpnam.c: a name that no file has yet. C17 7.21.4.4. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "../internal/system.h"
#include "../internal/temporary.h"

char *tmpnam(char *name)
{
    static char last[L_tmpnam];
    char *target = name != NULL ? name : last;
    long result;

    do {
        strcpy(target, P_tmpdir "/fileXXXXXX");
        __cutaway_fill_unique(target + strlen(target) - UNIQUE_LENGTH);
        result = ask3(SYSTEM_FACCESSAT, WORKING_DIRECTORY, target, 0);
    } while (result == 0);
    return result == -ENOENT ? target : NULL;
}
