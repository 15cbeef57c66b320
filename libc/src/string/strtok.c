/* strtok.c: cut a string into tokens; the place to go on is remembered here. C17 7.24.5.8. */
#include <string.h>

char *strtok(char *restrict string, const char *restrict separators)
{
    static char *rest;
    char *token = string != NULL ? string : rest;

    if (token == NULL) {
        return NULL;
    }
    token += strspn(token, separators);
    if (*token == '\0') {
        rest = NULL;
        return NULL;
    }
    rest = strpbrk(token, separators);
    if (rest != NULL) {
        *rest++ = '\0';
    }
    return token;
}
