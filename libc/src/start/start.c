/*
 * start.c: from the initial stack to main, and from main to exit. C17 5.1.2.2.1, 5.1.2.2.3.
 *
 * The system leaves, upwards from the initial stack pointer:
 *
 *     argc | argv[0] … argv[argc-1] | 0 | envp[0] … | 0 | auxiliary vector
 */
#include <stdlib.h>
#include <unistd.h>

#include "../internal/start.h"

int main(int argc, char **argv, char **envp);

char **environ;

_Noreturn void __cutaway_start(long *stack)
{
    int argc = (int)stack[0];
    char **argv = (char **)(stack + 1);
    char **envp = argv + argc + 1;

    environ = envp;
    exit(main(argc, argv, envp));
}
