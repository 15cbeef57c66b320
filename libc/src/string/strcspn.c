/* strcspn.c: length of the start without any rejected character. C17 7.24.5.3. */
#include <string.h>

size_t strcspn(const char *string, const char *rejected)
{
    size_t length = 0;

    while (string[length] != '\0' && strchr(rejected, string[length]) == NULL) {
        length++;
    }
    return length;
}
