/* abs.c: absolute value. C17 7.22.6.1. */
#include <stdlib.h>

int abs(int number)
{
    return number < 0 ? -number : number;
}
