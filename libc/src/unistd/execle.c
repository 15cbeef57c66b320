/* execle.c: become another program, with these arguments and an environment. POSIX. */
#include <stdlib.h>
#include <unistd.h>

#include "../internal/execute.h"
#include "../internal/system.h"

int execle(const char *path, const char *argument, ...)
{
    va_list rest;
    char **arguments;
    int result = -1;

    va_start(rest, argument);
    arguments = malloc((__cutaway_count_arguments(argument, rest) + 1) * sizeof *arguments);
    va_end(rest);
    if (arguments != NULL) {
        char **environment;

        va_start(rest, argument);
        __cutaway_fill_arguments(arguments, argument, &rest);
        environment = va_arg(rest, char **);
        va_end(rest);
        result = (int)call3(SYSTEM_EXECVE, path, arguments, environment);
    }
    free(arguments);
    return result;
}
