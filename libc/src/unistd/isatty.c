/* isatty.c: whether a descriptor is of a terminal. POSIX. */
#include <sys/ioctl.h>
#include <unistd.h>

#include "../internal/system.h"

int isatty(int descriptor)
{
    unsigned char settings[64];

    return call3(SYSTEM_IOCTL, descriptor, TCGETS, settings) == 0;
}
