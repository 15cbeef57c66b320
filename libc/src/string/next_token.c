/* next_token.c: cut a token off a string. C17 7.24.5.8. */
#include <string.h>

#include "../internal/token.h"

char *__cutaway_next_token(char *string, const char *separators, char **rest)
{
    char *token = string != NULL ? string : *rest;

    if (token == NULL) {
        return NULL;
    }
    token += strspn(token, separators);
    if (*token == '\0') {
        *rest = NULL;
        return NULL;
    }
    *rest = strpbrk(token, separators);
    if (*rest != NULL) {
        *(*rest)++ = '\0';
    }
    return token;
}
