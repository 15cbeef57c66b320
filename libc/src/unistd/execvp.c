/* execvp.c: become a program that is searched for. POSIX. */
#include <unistd.h>

#include "../internal/execute.h"

int execvp(const char *file, char *const arguments[])
{
    return __cutaway_execute(file, arguments, environ);
}
