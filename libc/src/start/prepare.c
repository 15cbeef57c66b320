/*
 * prepare.c: functions that are to be called before and after main. System V ABI "Initialization and Termination Functions".
 *
 * Only a program that has such functions, or thread-local storage, starts here. `tp` points at the first thread's storage already,
 * and the linker has put the initial values there.
 */
#include <stdlib.h>
#include <unistd.h>

#include "../internal/start.h"

typedef void routine(int argc, char **argv, char **envp);

extern routine *__preinit_array_start[], *__preinit_array_end[];
extern routine *__init_array_start[], *__init_array_end[];
extern void (*__fini_array_start[])(void), (*__fini_array_end[])(void);

/* The functions for the end of the program, the last first. */
static void run_finally(void)
{
    void (**next)(void) = __fini_array_end;

    while (next != __fini_array_start) {
        next--;
        (*next)();
    }
}

static void call_all(routine **next, routine **end, int argc, char **argv, char **envp)
{
    for (; next != end; next++) {
        (*next)(argc, argv, envp);
    }
}

_Noreturn void __cutaway_prepare(long *stack)
{
    int argc = (int)stack[0];
    char **argv = (char **)(stack + 1);
    char **envp = argv + argc + 1;

    environ = envp;
    if (__fini_array_start != __fini_array_end) {
        /* Registered first, it runs after everything that the program registers. */
        atexit(run_finally);
    }
    call_all(__preinit_array_start, __preinit_array_end, argc, argv, envp);
    call_all(__init_array_start, __init_array_end, argc, argv, envp);
    __cutaway_start(stack);
}
