/* mktemp.c: a name that no file has yet; an empty one on failure. BSD. */
#include <errno.h>
#include <stdlib.h>

#include "../internal/system.h"
#include "../internal/temporary.h"

char *mktemp(char *template)
{
    char *unique = __cutaway_find_unique(template, 0);
    long result;

    if (unique == NULL) {
        *template = '\0';
        return template;
    }
    do {
        __cutaway_fill_unique(unique);
        result = ask3(SYSTEM_FACCESSAT, WORKING_DIRECTORY, template, 0);
    } while (result == 0);
    if (result != -ENOENT) {
        __cutaway_answer(result);
        *template = '\0';
    }
    return template;
}
