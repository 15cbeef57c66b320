/* flockfile.c: locks of streams, of which one thread has no need. POSIX. */
#include <stdio.h>

void flockfile(FILE *stream)
{
    (void)stream;
}

int ftrylockfile(FILE *stream)
{
    (void)stream;
    return 0;
}

void funlockfile(FILE *stream)
{
    (void)stream;
}
