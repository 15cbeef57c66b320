/* strndup.c: copy at most so many characters into a block of their own. POSIX. */
#include <stdlib.h>
#include <string.h>

char *strndup(const char *string, size_t limit)
{
    size_t length = 0;
    char *copy;

    while (length < limit && string[length] != '\0') {
        length++;
    }
    copy = malloc(length + 1);
    if (copy == NULL) {
        return NULL;
    }
    copy[length] = '\0';
    return memcpy(copy, string, length);
}
