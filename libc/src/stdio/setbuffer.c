/* setbuffer.c: setbuf for a buffer of another size. BSD. */
#include <stdio.h>

void setbuffer(FILE *stream, char *buffer, size_t size)
{
    setvbuf(stream, buffer, buffer != NULL ? _IOFBF : _IONBF, size);
}
