/* dirname.c: a path without its last part. POSIX. */
#include <libgen.h>
#include <string.h>

char *dirname(char *path)
{
    char *end;

    if (path == NULL || *path == '\0') {
        return ".";
    }
    end = path + strlen(path);
    while (end > path && end[-1] == '/') {
        end--;
    }
    while (end > path && end[-1] != '/') {
        end--;
    }
    if (end == path) {
        return *path == '/' ? "/" : ".";
    }
    while (end > path + 1 && end[-1] == '/') {
        end--;
    }
    *end = '\0';
    return path;
}
