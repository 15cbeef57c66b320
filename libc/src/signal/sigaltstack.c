/* sigaltstack.c: another stack for handlers. POSIX. */
#include <signal.h>

#include "../internal/system.h"

int sigaltstack(const stack_t *restrict stack, stack_t *restrict before)
{
    return (int)call2(SYSTEM_SIGALTSTACK, stack, before);
}
