/* control.c: what waits to be sent to a terminal or read from it. POSIX. */
#include <sys/ioctl.h>
#include <termios.h>

#include "../internal/system.h"

int tcdrain(int descriptor)
{
    return (int)call3(SYSTEM_IOCTL, descriptor, TCSBRK, 1);
}

int tcsendbreak(int descriptor, int duration)
{
    (void)duration;
    return (int)call3(SYSTEM_IOCTL, descriptor, TCSBRK, 0);
}

int tcflush(int descriptor, int queue)
{
    return (int)call3(SYSTEM_IOCTL, descriptor, TCFLSH, queue);
}

int tcflow(int descriptor, int action)
{
    return (int)call3(SYSTEM_IOCTL, descriptor, TCXONC, action);
}
