/* strcpy.c: copy a string with its terminating null. C17 7.24.2.3. */
#include <string.h>

char *strcpy(char *restrict to, const char *restrict from)
{
    char *target = to;

    while (*from != '\0') {
        *target++ = *from++;
    }
    *target = '\0';
    return to;
}
