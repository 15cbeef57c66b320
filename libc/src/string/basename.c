/* basename.c: the part of a path behind its last slash; nothing is changed. GNU. */
#include <string.h>

char *basename(const char *path)
{
    const char *slash = strrchr(path, '/');

    return (char *)(slash != NULL ? slash + 1 : path);
}
