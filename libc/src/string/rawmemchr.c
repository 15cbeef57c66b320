/* rawmemchr.c: find a byte that is known to be there. GNU. */
#include <string.h>

void *rawmemchr(const void *object, int c)
{
    const unsigned char *bytes = object;

    while (*bytes != (unsigned char)c) {
        bytes++;
    }
    return (void *)bytes;
}
