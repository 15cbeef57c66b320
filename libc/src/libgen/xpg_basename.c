/* xpg_basename.c: the last part of a path, without slashes behind it. POSIX basename. */
#include <libgen.h>
#include <string.h>

char *__xpg_basename(char *path)
{
    char *end;

    if (path == NULL || *path == '\0') {
        return ".";
    }
    end = path + strlen(path);
    while (end > path + 1 && end[-1] == '/') {
        *--end = '\0';
    }
    while (end > path && end[-1] != '/') {
        end--;
    }
    return *end != '\0' ? end : path;
}
