/* strsep.c: cut the next field off a string; fields may be empty. BSD. */
#include <string.h>

char *strsep(char **restrict string, const char *restrict separators)
{
    char *field = *string;
    char *end;

    if (field == NULL) {
        return NULL;
    }
    end = field + strcspn(field, separators);
    if (*end == '\0') {
        *string = NULL;
    } else {
        *end = '\0';
        *string = end + 1;
    }
    return field;
}
