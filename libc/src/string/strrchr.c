/* strrchr.c: find the last of a character; the terminating null counts. C17 7.24.5.5. */
#include <string.h>

char *strrchr(const char *string, int c)
{
    const char *last = NULL;

    for (; *string != '\0'; string++) {
        if (*string == (char)c) {
            last = string;
        }
    }
    return (char *)((char)c == '\0' ? string : last);
}
