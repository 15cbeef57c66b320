/* setlinebuf.c: buffer a stream by lines. BSD. */
#include <stdio.h>

void setlinebuf(FILE *stream)
{
    setvbuf(stream, NULL, _IOLBF, 0);
}
