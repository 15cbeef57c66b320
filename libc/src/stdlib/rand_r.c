/* rand_r.c: pseudo-random numbers, with the caller's seed as the only state. POSIX. */
#include <stdlib.h>

/* The upper half of the next state: 16 bits. */
static unsigned int next(unsigned int *seed)
{
    *seed = *seed * 747796405U + 2891336453U;
    return *seed >> 16;
}

int rand_r(unsigned int *seed)
{
    unsigned int high = next(seed) & 0x7fff;

    return (int)(high << 16 | next(seed));
}
