/* stpncpy.c: strncpy that returns the end of the copy. POSIX. */
#include <string.h>

char *stpncpy(char *restrict to, const char *restrict from, size_t count)
{
    char *end;

    while (count > 0 && *from != '\0') {
        *to++ = *from++;
        count--;
    }
    end = to;
    while (count > 0) {
        *to++ = '\0';
        count--;
    }
    return end;
}
