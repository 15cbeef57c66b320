/* program_name.c: what argv[0] said, asked of the system when it is needed. Linux /proc. */
#include <fcntl.h>
#include <limits.h>
#include <string.h>

#include "../internal/start.h"
#include "../internal/system.h"

const char *__cutaway_program_name(void)
{
    static char name[PATH_MAX];
    long descriptor;

    if (name[0] == '\0') {
        descriptor = ask4(SYSTEM_OPENAT, WORKING_DIRECTORY, "/proc/self/cmdline", O_RDONLY, 0);
        if (descriptor >= 0) {
            ask3(SYSTEM_READ, descriptor, name, sizeof name - 1);
            ask1(SYSTEM_CLOSE, descriptor);
        }
    }
    return name;
}

const char *__cutaway_short_name(void)
{
    const char *name = __cutaway_program_name();
    const char *slash = strrchr(name, '/');

    return slash != NULL ? slash + 1 : name;
}
