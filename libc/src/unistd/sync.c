/* sync.c: make all files safe. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

void sync(void)
{
    ask0(SYSTEM_SYNC);
}
