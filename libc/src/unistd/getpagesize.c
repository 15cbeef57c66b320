/* getpagesize.c: the size of a page. BSD. */
#include <unistd.h>

#include "../internal/system.h"

int getpagesize(void)
{
    return 4096;
}
