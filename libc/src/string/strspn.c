/* strspn.c: length of the start made only of accepted characters. C17 7.24.5.6. */
#include <string.h>

size_t strspn(const char *string, const char *accepted)
{
    size_t length = 0;

    while (string[length] != '\0' && strchr(accepted, string[length]) != NULL) {
        length++;
    }
    return length;
}
