/* strtok.c: cut a string into tokens; the place to go on is remembered here. C17 7.24.5.8. */
#include <string.h>

#include "../internal/token.h"

char *strtok(char *restrict string, const char *restrict separators)
{
    static char *rest;

    return __cutaway_next_token(string, separators, &rest);
}
