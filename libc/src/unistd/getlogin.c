/* getlogin.c: who has logged in: whom the environment names. POSIX. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

char *getlogin(void)
{
    char *name = getenv("LOGNAME");

    if (name == NULL) {
        errno = ENOTTY;
    }
    return name;
}
