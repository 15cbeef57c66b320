/* strchrnul.c: find a character, or the end. GNU. */
#include <string.h>

char *strchrnul(const char *string, int c)
{
    while (*string != '\0' && *string != (char)c) {
        string++;
    }
    return (char *)string;
}
