/* alphasort.c: the order of directory entries by name. POSIX. */
#include <dirent.h>
#include <string.h>

int alphasort(const struct dirent **left, const struct dirent **right)
{
    return strcoll((*left)->d_name, (*right)->d_name);
}
