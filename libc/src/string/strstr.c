/* strstr.c: find a string in a string, trying each place in turn. C17 7.24.5.7. */
#include <string.h>

char *strstr(const char *string, const char *wanted)
{
    size_t length = strlen(wanted);

    while (strncmp(string, wanted, length) != 0) {
        if (*string == '\0') {
            return NULL;
        }
        string++;
    }
    return (char *)string;
}
