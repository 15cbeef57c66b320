/* strncpy.c: copy at most count characters, and fill up with nulls. C17 7.24.2.4. */
#include <string.h>

char *strncpy(char *restrict to, const char *restrict from, size_t count)
{
    char *target = to;

    while (count > 0 && *from != '\0') {
        *target++ = *from++;
        count--;
    }
    while (count > 0) {
        *target++ = '\0';
        count--;
    }
    return to;
}
