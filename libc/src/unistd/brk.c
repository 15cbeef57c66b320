/* brk.c: where the heap ends; malloc moves that too. BSD. */
#include <errno.h>
#include <stdint.h>
#include <unistd.h>

#include "../internal/system.h"

int brk(void *end)
{
    if (ask1(SYSTEM_BRK, end) == (long)end) {
        return 0;
    }
    errno = ENOMEM;
    return -1;
}

void *sbrk(ptrdiff_t increment)
{
    char *end = (char *)ask1(SYSTEM_BRK, 0);

    if (increment != 0 && brk((void *)((uintptr_t)end + (uintptr_t)increment)) != 0) {
        return (void *)-1;
    }
    return end;
}
