/* mkdtemp.c: make a directory of a name that no other has. POSIX. */
#include <errno.h>
#include <stdlib.h>

#include "../internal/system.h"
#include "../internal/temporary.h"

char *mkdtemp(char *template)
{
    char *unique = __cutaway_find_unique(template, 0);
    long result;

    if (unique == NULL) {
        return NULL;
    }
    do {
        __cutaway_fill_unique(unique);
        result = ask3(SYSTEM_MKDIRAT, WORKING_DIRECTORY, template, 0700);
    } while (result == -EEXIST);
    return __cutaway_answer(result) == 0 ? template : NULL;
}
