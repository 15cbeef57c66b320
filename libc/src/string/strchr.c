/* strchr.c: find the first of a character; the terminating null counts. C17 7.24.5.2. */
#include <string.h>

char *strchr(const char *string, int c)
{
    while (*string != (char)c) {
        if (*string == '\0') {
            return NULL;
        }
        string++;
    }
    return (char *)string;
}
