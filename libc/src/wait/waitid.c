/* waitid.c: wait for a change of a child process. POSIX. */
#include <sys/wait.h>

#include "../internal/system.h"

int waitid(idtype_t kind, id_t id, siginfo_t *information, int options)
{
    return (int)call5(SYSTEM_WAITID, kind, id, information, options, NULL);
}
