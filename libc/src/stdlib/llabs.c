/* llabs.c: absolute value. C17 7.22.6.1. */
#include <stdlib.h>

long long llabs(long long number)
{
    return number < 0 ? -number : number;
}
