/* labs.c: absolute value. C17 7.22.6.1. */
#include <stdlib.h>

long labs(long number)
{
    return number < 0 ? -number : number;
}
