/* wcstok.c: cut a wide string into tokens. C17 7.29.4.5.7. */
#include <wchar.h>

wchar_t *wcstok(wchar_t *restrict string, const wchar_t *restrict separators,
                wchar_t **restrict rest)
{
    wchar_t *token = string != NULL ? string : *rest;

    if (token == NULL) {
        return NULL;
    }
    token += wcsspn(token, separators);
    if (*token == 0) {
        *rest = NULL;
        return NULL;
    }
    *rest = wcspbrk(token, separators);
    if (*rest != NULL) {
        *(*rest)++ = 0;
    }
    return token;
}
