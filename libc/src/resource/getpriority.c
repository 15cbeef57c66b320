/* getpriority.c: how modest a process is, from -20 to 19. POSIX. */
#include <sys/resource.h>

#include "../internal/system.h"

int getpriority(int kind, id_t who)
{
    long favour = call2(SYSTEM_GETPRIORITY, kind, who);

    return favour < 0 ? -1 : (int)(20 - favour);
}
