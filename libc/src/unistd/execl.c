/* execl.c: become another program, with these arguments. POSIX. */
#include <stdlib.h>
#include <unistd.h>

#include "../internal/execute.h"
#include "../internal/system.h"

int execl(const char *path, const char *argument, ...)
{
    va_list rest;
    char **arguments;
    int result = -1;

    va_start(rest, argument);
    arguments = malloc((__cutaway_count_arguments(argument, rest) + 1) * sizeof *arguments);
    va_end(rest);
    if (arguments != NULL) {
        va_start(rest, argument);
        __cutaway_fill_arguments(arguments, argument, &rest);
        va_end(rest);
        result = (int)call3(SYSTEM_EXECVE, path, arguments, environ);
    }
    free(arguments);
    return result;
}
