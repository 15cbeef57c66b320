/* Status 0, as under qemu: it asks for a terminal, and there is none. */
#include <errno.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int main(void) {
    struct winsize size;
    struct termios settings;
    for (int i = 0; i < 2; i++) {
        int is_terminal = isatty(i);
        int has_settings = tcgetattr(i, &settings) == 0;
        int why = errno;
        int has_size = ioctl(i, TIOCGWINSZ, &size) == 0;
        printf("%d %d %d %d\n", is_terminal, has_settings, why, has_size);
    }
    return 0;
}
