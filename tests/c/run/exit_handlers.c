/* C17 7.22.4: exit calls handlers in reverse, then flushes. */
#include <stdio.h>
#include <stdlib.h>

static void first(void)
{
    puts("registered first, called last");
}

static void second(void)
{
    printf("registered second");
    puts(", called first");
}

static void leave(int status)
{
    printf("leaving ");
    exit(status);
}

int main(void)
{
    atexit(first);
    atexit(second);
    leave(42);
    puts("never");
    return 1;
}
