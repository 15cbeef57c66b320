/* atexit.c: functions to be called at exit, the last registered first. C17 7.22.4.2, 7.22.4.4p3. */
#include <stdlib.h>

#include "../internal/start.h"

enum { HANDLER_COUNT_MAX = 32 };

static void (*handlers[HANDLER_COUNT_MAX])(void);
static int count;

static void run_handlers(void)
{
    while (count > 0) {
        count--;
        handlers[count]();
    }
}

int atexit(void (*handler)(void))
{
    if (count == HANDLER_COUNT_MAX) {
        return -1;
    }
    handlers[count] = handler;
    count++;
    __cutaway_run_exit_handlers = run_handlers;
    return 0;
}
