/* ffs.c: the number of the lowest bit that is set, from 1; 0 for none. POSIX. */
#include <strings.h>

int ffs(int number)
{
    return ffsll((unsigned int)number);
}
