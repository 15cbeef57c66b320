/* fcntl.c: control a descriptor. POSIX. */
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>

#include "../internal/system.h"

/* Whether a command takes no argument. */
static bool is_alone(int command)
{
    return command == F_GETFD || command == F_GETFL || command == F_GETOWN ||
           command == F_GETPIPE_SZ;
}

int fcntl(int descriptor, int command, ...)
{
    long argument = 0;

    if (!is_alone(command)) {
        va_list arguments;

        va_start(arguments, command);
        if (command == F_GETLK || command == F_SETLK || command == F_SETLKW) {
            argument = (long)va_arg(arguments, struct flock *);
        } else {
            argument = va_arg(arguments, int);
        }
        va_end(arguments);
    }
    return (int)call3(SYSTEM_FCNTL, descriptor, command, argument);
}
