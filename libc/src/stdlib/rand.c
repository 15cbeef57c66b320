/*
 * rand.c: pseudo-random numbers. C17 7.22.2.
 *
 * A linear congruential generator modulo 2^64 with Knuth's multiplier (MMIX):
 *
 *     state = state * 6364136223846793005 + 1442695040888963407
 *
 * A result is the upper 31 bits of the new state, since the lower bits of such a generator repeat
 * soon. It starts as after srand(1), and gives the same numbers on every machine.
 */
#include <stdlib.h>

static unsigned long state = 1;

int rand(void)
{
    state = state * 6364136223846793005UL + 1442695040888963407UL;
    return (int)(state >> 33);
}

void srand(unsigned int seed)
{
    state = seed;
}
