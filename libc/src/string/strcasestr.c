/* strcasestr.c: find a string in another, of either case. GNU. */
#include <string.h>

char *strcasestr(const char *string, const char *wanted)
{
    size_t length = strlen(wanted);

    for (;; string++) {
        if (strncasecmp(string, wanted, length) == 0) {
            return (char *)string;
        }
        if (*string == '\0') {
            return NULL;
        }
    }
}
