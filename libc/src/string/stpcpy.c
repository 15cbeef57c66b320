/* stpcpy.c: copy a string; returns the end of the copy. POSIX. */
#include <string.h>

char *stpcpy(char *restrict to, const char *restrict from)
{
    while (*from != '\0') {
        *to++ = *from++;
    }
    *to = '\0';
    return to;
}
