/* setbuf.c: full buffering with the caller's BUFSIZ bytes, or none. C17 7.21.5.5. */
#include <stdio.h>

void setbuf(FILE *restrict stream, char *restrict buffer)
{
    setvbuf(stream, buffer, buffer != NULL ? _IOFBF : _IONBF, BUFSIZ);
}
