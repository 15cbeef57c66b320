/* strncasecmp.c: compare at most so many characters, of either case. POSIX. */
#include <ctype.h>
#include <strings.h>

int strncasecmp(const char *left, const char *right, size_t count)
{
    for (; count > 0; count--, left++, right++) {
        int difference = tolower((unsigned char)*left) - tolower((unsigned char)*right);

        if (difference != 0 || *left == '\0') {
            return difference;
        }
    }
    return 0;
}
