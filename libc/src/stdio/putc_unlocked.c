/* putc_unlocked.c: putc; streams have no locks here. POSIX. */
#include <stdio.h>

int putc_unlocked(int c, FILE *stream)
{
    return fputc(c, stream);
}
