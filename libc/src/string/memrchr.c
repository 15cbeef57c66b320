/* memrchr.c: find the last byte that is the one wanted. GNU. */
#include <string.h>

void *memrchr(const void *object, int c, size_t count)
{
    const unsigned char *bytes = object;

    while (count > 0) {
        count--;
        if (bytes[count] == (unsigned char)c) {
            return (void *)(bytes + count);
        }
    }
    return NULL;
}
