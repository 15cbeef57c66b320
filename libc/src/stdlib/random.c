/* random.c: the numbers of rand, under their names in BSD. POSIX. */
#include <stdlib.h>

long random(void)
{
    return rand();
}

void srandom(unsigned int seed)
{
    srand(seed);
}
