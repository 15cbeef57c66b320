/* message.c: the library's own messages, written at once and past every buffer. */
#include <stdlib.h>
#include <string.h>

#include "../internal/message.h"
#include "../internal/system.h"

void __cutaway_say(const char *text)
{
    __cutaway_syscall(SYSTEM_WRITE, 2, (long)text, (long)strlen(text), 0, 0, 0);
}

_Noreturn void __cutaway_fail(const char *message)
{
    __cutaway_say(message);
    __cutaway_say("\n");
    abort();
}
