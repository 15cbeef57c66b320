/* execvpe.c: become a program that is searched for, with another environment. GNU. */
#include <unistd.h>

#include "../internal/execute.h"

int execvpe(const char *file, char *const arguments[], char *const environment[])
{
    return __cutaway_execute(file, arguments, environment);
}
