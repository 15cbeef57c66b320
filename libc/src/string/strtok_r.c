/* strtok_r.c: cut a string into tokens; the caller remembers the place to go on. POSIX. */
#include <string.h>

#include "../internal/token.h"

char *strtok_r(char *restrict string, const char *restrict separators, char **restrict rest)
{
    return __cutaway_next_token(string, separators, rest);
}
