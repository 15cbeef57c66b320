/* execlp.c: become a program that is searched for, with these arguments. POSIX. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "../internal/execute.h"

int execlp(const char *file, const char *argument, ...)
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
        result = __cutaway_execute(file, arguments, environ);
    }
    free(arguments);
    return result;
}
