/* ttyname.c: the path of a terminal. POSIX. */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

char *ttyname(int descriptor)
{
    static char path[64];
    char link[32];
    ssize_t length;

    if (!isatty(descriptor)) {
        return NULL;
    }
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) {
        return NULL;
    }
    path[length] = '\0';
    return path;
}
