/* putchar_unlocked.c: putchar; streams have no locks here. POSIX. */
#include <stdio.h>

int putchar_unlocked(int c)
{
    return fputc(c, stdout);
}
