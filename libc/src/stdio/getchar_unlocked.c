/* getchar_unlocked.c: getchar; streams have no locks here. POSIX. */
#include <stdio.h>

int getchar_unlocked(void)
{
    return getchar();
}
