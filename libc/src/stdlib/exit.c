/* exit.c: end the program in good order. C17 7.22.4.4. */
#include <stdlib.h>

#include "../internal/start.h"

void (*__cutaway_run_exit_handlers)(void);
void (*__cutaway_flush_streams)(void);

_Noreturn void exit(int status)
{
    if (__cutaway_run_exit_handlers != NULL) {
        __cutaway_run_exit_handlers();
    }
    if (__cutaway_flush_streams != NULL) {
        __cutaway_flush_streams();
    }
    _Exit(status);
}
