/* unsetenv.c: remove a variable from the environment. POSIX. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../internal/environment.h"

int unsetenv(const char *name)
{
    char **variable;

    if (name == NULL || *name == '\0' || strchr(name, '=') != NULL) {
        errno = EINVAL;
        return -1;
    }
    variable = __cutaway_find_variable(name, strlen(name));
    while (variable != NULL && *variable != NULL) {
        for (char **each = variable; *each != NULL; each++) {
            each[0] = each[1];
        }
        variable = __cutaway_find_variable(name, strlen(name));
    }
    return 0;
}
