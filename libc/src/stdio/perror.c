/* perror.c: say the last error in words on stderr. C17 7.21.10.4. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

void perror(const char *prefix)
{
    const char *message = strerror(errno);

    if (prefix != NULL && *prefix != '\0') {
        fprintf(stderr, "%s: %s\n", prefix, message);
    } else {
        fprintf(stderr, "%s\n", message);
    }
}
