/*
 * termios.c: settings of terminals. POSIX.
 *
 * Linux's own structure has fewer control characters, and the speed among the flags of c_cflag.
 */
#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>

#include "../internal/system.h"

enum { KERNEL_CHARACTER_COUNT = 19 };

struct kernel_settings {
    tcflag_t flags[4]; /* of input, output, control and local modes */
    cc_t line;
    cc_t characters[KERNEL_CHARACTER_COUNT];
};

static const tcflag_t speed_mask = 0010017;

int tcgetattr(int descriptor, struct termios *settings)
{
    struct kernel_settings kernel;

    if (call3(SYSTEM_IOCTL, descriptor, TCGETS, &kernel) < 0) {
        return -1;
    }
    memset(settings, 0, sizeof *settings);
    settings->c_iflag = kernel.flags[0];
    settings->c_oflag = kernel.flags[1];
    settings->c_cflag = kernel.flags[2];
    settings->c_lflag = kernel.flags[3];
    settings->c_line = kernel.line;
    memcpy(settings->c_cc, kernel.characters, KERNEL_CHARACTER_COUNT);
    settings->c_ispeed = kernel.flags[2] & speed_mask;
    settings->c_ospeed = settings->c_ispeed;
    return 0;
}

int tcsetattr(int descriptor, int when, const struct termios *settings)
{
    struct kernel_settings kernel = {
        {settings->c_iflag, settings->c_oflag, settings->c_cflag, settings->c_lflag},
        settings->c_line,
        {0}};

    if (when < TCSANOW || when > TCSAFLUSH) {
        errno = EINVAL;
        return -1;
    }
    memcpy(kernel.characters, settings->c_cc, KERNEL_CHARACTER_COUNT);
    return (int)call3(SYSTEM_IOCTL, descriptor, TCSETS + when, &kernel);
}

speed_t cfgetispeed(const struct termios *settings)
{
    return settings->c_cflag & speed_mask;
}

speed_t cfgetospeed(const struct termios *settings)
{
    return settings->c_cflag & speed_mask;
}

int cfsetospeed(struct termios *settings, speed_t speed)
{
    if ((speed & ~speed_mask) != 0) {
        errno = EINVAL;
        return -1;
    }
    settings->c_cflag = (settings->c_cflag & ~speed_mask) | speed;
    settings->c_ospeed = speed;
    return 0;
}

int cfsetispeed(struct termios *settings, speed_t speed)
{
    return speed == B0 ? 0 : cfsetospeed(settings, speed);
}

void cfmakeraw(struct termios *settings)
{
    settings->c_iflag &=
        ~(tcflag_t)(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    settings->c_oflag &= ~(tcflag_t)OPOST;
    settings->c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    settings->c_cflag = (settings->c_cflag & ~(tcflag_t)(CSIZE | PARENB)) | CS8;
    settings->c_cc[VMIN] = 1;
    settings->c_cc[VTIME] = 0;
}
