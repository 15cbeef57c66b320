/* strlen.c: count the characters before the terminating null. C17 7.24.6.3. */
#include <string.h>

size_t strlen(const char *string)
{
    size_t length = 0;

    while (string[length] != '\0') {
        length++;
    }
    return length;
}
