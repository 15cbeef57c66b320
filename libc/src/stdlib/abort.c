/* abort.c: end the program by SIGABRT; what is in buffers is lost. C17 7.22.4.1. */
#include <signal.h>
#include <stdlib.h>

_Noreturn void abort(void)
{
    raise(SIGABRT);
    _Exit(128 + SIGABRT);
}
