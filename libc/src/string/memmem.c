/* memmem.c: find bytes in others. GNU. */
#include <string.h>

void *memmem(const void *object, size_t size, const void *wanted, size_t wanted_size)
{
    const unsigned char *bytes = object;

    for (; size >= wanted_size; bytes++, size--) {
        if (memcmp(bytes, wanted, wanted_size) == 0) {
            return (void *)bytes;
        }
        if (size == 0) {
            break;
        }
    }
    return NULL;
}
