/* uname.c: the names of the system. POSIX. */
#include <sys/utsname.h>

#include "../internal/system.h"

int uname(struct utsname *name)
{
    return (int)call1(SYSTEM_UNAME, name);
}
