/* pause.c: wait for a signal. POSIX. */
#include <unistd.h>

#include "../internal/system.h"

int pause(void)
{
    return (int)call4(SYSTEM_PPOLL, NULL, 0, NULL, NULL);
}
