/* imaxabs.c: absolute value. C17 7.8.2.1. */
#include <inttypes.h>

intmax_t imaxabs(intmax_t number)
{
    return number < 0 ? -number : number;
}
