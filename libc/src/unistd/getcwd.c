/* getcwd.c: the path of the working directory; in a block, if there is no array. POSIX. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../internal/system.h"

char *getcwd(char *buffer, size_t size)
{
    char path[PATH_MAX];
    long length;

    if (buffer != NULL && size == 0) {
        errno = EINVAL;
        return NULL;
    }
    length = call2(SYSTEM_GETCWD, path, sizeof path);
    if (length < 0) {
        return NULL;
    }
    if (size != 0 && (size_t)length > size) {
        errno = ERANGE;
        return NULL;
    }
    if (buffer == NULL) {
        buffer = malloc(size != 0 ? size : (size_t)length);
    }
    return buffer != NULL ? memcpy(buffer, path, (size_t)length) : NULL;
}
