/* at_quick_exit.c: functions to be called by quick_exit. C17 7.22.4.3, 7.22.4.7. */
#include <stdlib.h>

enum { HANDLER_COUNT_MAX = 32 };

static void (*handlers[HANDLER_COUNT_MAX])(void);
static int count;

int at_quick_exit(void (*handler)(void))
{
    if (count == HANDLER_COUNT_MAX) {
        return -1;
    }
    handlers[count] = handler;
    count++;
    return 0;
}

_Noreturn void quick_exit(int status)
{
    while (count > 0) {
        count--;
        handlers[count]();
    }
    _Exit(status);
}
