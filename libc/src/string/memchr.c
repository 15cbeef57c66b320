/* memchr.c: find the first byte of a value. C17 7.24.5.1. */
#include <string.h>

void *memchr(const void *object, int c, size_t count)
{
    const unsigned char *byte = object;

    for (; count > 0; count--, byte++) {
        if (*byte == (unsigned char)c) {
            return (void *)byte;
        }
    }
    return NULL;
}
