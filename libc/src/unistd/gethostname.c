/* gethostname.c: the name of this machine. POSIX. */
#include <errno.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "../internal/system.h"

int gethostname(char *name, size_t size)
{
    struct utsname system;
    size_t length;

    if (call1(SYSTEM_UNAME, &system) < 0) {
        return -1;
    }
    length = strlen(system.nodename) + 1;
    memcpy(name, system.nodename, length < size ? length : size);
    if (length > size) {
        errno = ENAMETOOLONG;
        return -1;
    }
    return 0;
}
