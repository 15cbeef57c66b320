/* strncat.c: append at most count characters, and always a null. C17 7.24.3.2. */
#include <string.h>

char *strncat(char *restrict to, const char *restrict from, size_t count)
{
    char *target = to + strlen(to);

    while (count > 0 && *from != '\0') {
        *target++ = *from++;
        count--;
    }
    *target = '\0';
    return to;
}
