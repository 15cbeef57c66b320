/* putenv.c: make the caller's own string a part of the environment. POSIX. */
#include <stdlib.h>
#include <string.h>

#include "../internal/environment.h"

int putenv(char *assignment)
{
    char *equals = strchr(assignment, '=');

    if (equals == NULL) {
        return unsetenv(assignment);
    }
    return __cutaway_put_variable(assignment, (size_t)(equals - assignment));
}
